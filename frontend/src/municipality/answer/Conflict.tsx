import { Alert, Button } from '~/components'
import { formatDateTime, t } from '~/i18n'
import type { Answer, Draft, Question } from './draft'
import { answerText } from './words'

export interface ConflictProps {
  question: Question
  mine: Draft
  theirs: Answer | undefined
  onChoose: (choice: 'mine' | 'theirs') => void
}

/** Somebody else changed the same answer: both stand side by side, and the person chooses. */
export function Conflict({ question, mine, theirs, onChoose }: ConflictProps) {
  const by = theirs?.updatedBy?.name ?? t('municipality.conflict.somebody')
  return (
    <Alert tone="warning" live title={t('municipality.conflict.title', { name: question.name })}>
      <dl class="facts">
        <div>
          <dt>{t('municipality.conflict.mine')}</dt>
          <dd>
            {answerText(question, mine)}
            <Noted answer={mine} />
          </dd>
        </div>
        <div>
          <dt>{theirs ? t('municipality.conflict.theirs', { name: by, time: formatDateTime(theirs.updatedAt) }) : t('municipality.conflict.theirsGone')}</dt>
          <dd>
            {theirs ? answerText(question, theirs) : t('charts.state.not_answered')}
            {theirs && <Noted answer={theirs} />}
          </dd>
        </div>
      </dl>
      <div class="actions">
        <Button small onClick={() => onChoose('mine')}>
          {t('municipality.conflict.keepMine')}
        </Button>
        <Button small variant="secondary" onClick={() => onChoose('theirs')}>
          {t('municipality.conflict.takeTheirs')}
        </Button>
      </div>
    </Alert>
  )
}

function Noted({ answer }: { answer: Pick<Answer | Draft, 'reason' | 'comment' | 'source' | 'overrideReason' | 'priorityReason'> }) {
  const notes = [answer.reason, answer.overrideReason, answer.priorityReason, answer.source, answer.comment].filter(Boolean)
  return notes.length > 0 ? <span class="meta"> {notes.join(' · ')}</span> : null
}
