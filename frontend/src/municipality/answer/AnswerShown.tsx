import type { ComponentChildren } from 'preact'
import { Alert, Tag } from '~/components'
import { formatNumber, formatValue, t } from '~/i18n'
import type { AnsweredQuestion } from './draft'
import { AttachmentLink } from './Attachments'
import { Comments } from './Comments'
import { History } from './History'
import { StandingTag } from './StandingTag'
import { answerText, choiceText, figureText, standingOf } from './words'

export interface AnswerShownProps {
  asked: AnsweredQuestion
  responseId: string
  /** Its history is at hand, and what colleagues say about it. */
  history?: boolean
  /** What stands to the right of the name: a link to change it. */
  action?: ComponentChildren
}

/** The id of an answer that is read, by its code or the name of an own question: links lead to it. */
export const shownId = (code: string) => `answer-${code}`

/** One question and its answer to read: for checking, approving, and where nothing may be changed. */
export function AnswerShown({ asked, responseId, history = false, action }: AnswerShownProps) {
  const { question, answer, statistic, lastRound, median } = asked
  const notes = answer
    ? ([
        [t('municipality.noValue.reasonShort'), answer.reason],
        [t('municipality.override.short'), answer.overrideReason],
        [t('municipality.priority.short'), answer.priorityReason],
        [t('municipality.evidence.qualityShort'), answer.quality && t(`municipality.quality.${answer.quality}`)],
        [t('municipality.evidence.source'), answer.source],
        [t('municipality.evidence.comment'), answer.comment],
        [t('papers.evidence.caseNumber'), answer.caseNumber],
      ] as const)
    : []
  return (
    <div class="answer" id={shownId(question.code)} tabIndex={-1}>
      <dt class="answer__name">{question.name}</dt>
      <dd class="answer__value">
        {answer && <strong class="figures">{answerText(question, answer)}</strong>} <StandingTag standing={standingOf(question, asked.givenBy ? undefined : statistic, answer)} />
        {answer?.state === 'value' && question.type === 'parts' && (
          <ul class="answer__parts">
            {question.parts.map(({ key, type, label }) => {
              const part = answer.parts.find((one) => one.key === key)
              return (
                <li key={key}>
                  {label}: {part && (type === 'yes_no' ? choiceText(part.value === 1 ? 'yes' : 'no') : formatNumber(part.value))}
                </li>
              )
            })}
          </ul>
        )}
        {statistic?.state === 'value' && (
          <div class="meta">
            {t('municipality.statistic.title')}: {figureText(question, statistic)} ({t('municipality.statistic.from', { year: String(statistic.year), source: statistic.source })})
          </div>
        )}
        {median && <div class="meta">{t('municipality.median', { value: formatValue(median.value, question), n: median.units, group: median.group })}</div>}
        {lastRound && <div class="meta">{t('municipality.lastRound', { figure: figureText(question, lastRound), year: String(lastRound.year) })}</div>}
        {notes
          .filter(([, text]) => text)
          .map(([name, text]) => (
            <div key={name}>
              <span class="meta">{name}:</span> {text}
            </div>
          ))}
        {asked.evidence && (
          <div>
            <span class="meta">{t('papers.evidence.title')}:</span>
            <ul class="attachments__list">
              {asked.evidence.map((one) => (
                <li key={one.id}>
                  <AttachmentLink responseId={responseId} one={one} />
                </li>
              ))}
            </ul>
          </div>
        )}
        {answer?.internal && <Tag>{t('papers.evidence.isInternal')}</Tag>}
        {answer?.warnings.map((warning) => (
          <Alert key={warning} tone="warning">
            <p>{warning}</p>
          </Alert>
        ))}
        {history && (
          <div class="question__foot">
            {answer && <History responseId={responseId} code={question.code} name={question.name} />}
            <Comments responseId={responseId} about={{ code: question.code }} name={question.name} />
          </div>
        )}
      </dd>
      {action && <dd class="answer__action">{action}</dd>}
    </div>
  )
}
