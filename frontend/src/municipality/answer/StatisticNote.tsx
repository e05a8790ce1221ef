import { Button } from '~/components'
import { formatTyped, t } from '~/i18n'
import type { Answer, AnsweredQuestion, Draft } from './draft'
import { figureText, standingOf } from './words'

export interface StatisticNoteProps {
  asked: AnsweredQuestion
  answer: Answer | undefined
  draft: Draft
  busy: boolean
  onConfirm: () => void
}

/** The figure that open statistics have, and how it stands with it. Confirming is one press. */
export function StatisticNote({ asked, answer, draft, busy, onConfirm }: StatisticNoteProps) {
  const { question, statistic } = asked
  if (!statistic) return null
  const figure = figureText(question, statistic)
  const standing = standingOf(question, statistic, answer)
  const from = t('municipality.statistic.from', { year: String(statistic.year), source: statistic.source })

  if (statistic.state !== 'value') {
    return (
      <div class="statistic">
        <p>
          <strong>{figure}</strong> <span class="meta">{from}</span>
        </p>
        <p>{t('municipality.statistic.none')}</p>
      </div>
    )
  }
  return (
    <div class={`statistic statistic--${standing}`}>
      <p class="statistic__head">{t('municipality.statistic.title')}</p>
      <p class="statistic__figure figures">
        <strong>{figure}</strong> <span class="meta">{from}</span>
      </p>
      {standing === 'corrected' && draft.state === 'value' && <p>{t('municipality.statistic.corrected', { yours: formatTyped(answer?.value, question) })}</p>}
      {standing === 'confirmed' && <p>{t('municipality.statistic.confirmed')}</p>}
      {standing === 'unconfirmed' && draft.state === 'value' && (
        <div class="statistic__confirm">
          <Button variant="secondary" small busy={busy} onClick={onConfirm} aria-label={t('municipality.statistic.confirmLong', { figure, name: question.name })}>
            {t('municipality.statistic.confirm', { figure })}
          </Button>
          <span>{t('municipality.statistic.orType')}</span>
        </div>
      )}
    </div>
  )
}
