import { Button } from '~/components'
import { formatShare, t } from '~/i18n'
import { type Answer, type AnsweredQuestion, type Draft, valueOf } from './draft'
import { figureText } from './words'

export interface LastRoundProps {
  asked: AnsweredQuestion
  answer: Answer | undefined
  draft: Draft
  /** Nothing is typed that "unchanged" would replace. */
  blank: boolean
  busy: boolean
  onUnchanged: () => void
}

/** The share by which a value differs from the last round's; null where that can't be said. */
export function changeSince(was: number | undefined, now: number | null): number | null {
  if (was === undefined || was === 0 || now === null || !Number.isFinite(now)) return null
  return (now - was) / Math.abs(was)
}

/** What was answered in the last round, what has changed since, and the one press that says "unchanged". */
export function LastRound({ asked, answer, draft, blank, busy, onUnchanged }: LastRoundProps) {
  const { question, lastRound, repeatable } = asked
  if (!lastRound) return null
  const figure = figureText(question, lastRound)
  const waits = answer?.origin === 'taken_over'
  const change = question.type === 'yes_partly_no' || draft.state !== 'value' ? null : changeSince(lastRound.value, valueOf(question, draft) ?? (question.type === 'parts' ? (answer?.value ?? null) : null))
  return (
    <div class="question__before figures">
      <p>
        {t('municipality.lastRound', { figure, year: String(lastRound.year) })} <span class="meta">{[lastRound.source, lastRound.comment].filter(Boolean).join(' · ')}</span>
      </p>
      <p aria-live="polite">{change !== null && changeText(change)}</p>
      {((repeatable && !answer && blank) || waits) && (
        <Button variant="secondary" small busy={busy} onClick={onUnchanged} aria-label={t('municipality.unchanged.long', { figure, name: question.name })}>
          {t(waits ? 'municipality.unchanged.confirm' : 'municipality.unchanged.button')}
        </Button>
      )}
    </div>
  )
}

function changeText(change: number): string {
  if (change === 0) return t('municipality.unchanged.same')
  const share = formatShare(Math.abs(change), Math.abs(change) < 0.1 ? 1 : 0)
  return t(change > 0 ? 'municipality.unchanged.up' : 'municipality.unchanged.down', { share })
}
