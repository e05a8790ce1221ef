import { useState } from 'preact/hooks'
import { api, asProblem, call, type Problem } from '~/api'
import { announce } from '~/app/announce'
import { Alert, FailedState, Textarea } from '~/components'
import { fieldId } from '~/hooks'
import { formatDateTime, formatTime, t } from '~/i18n'
import { type Attachment, Attachments } from './Attachments'
import { Comments } from './Comments'
import { Conflict } from './Conflict'
import { type Answer, type AnsweredQuestion, corrects, isBlank, type Lack, lacksOf, valueOf } from './draft'
import { Evidence } from './Evidence'
import { GivenAnswer } from './GivenAnswer'
import { History } from './History'
import { LastRound } from './LastRound'
import { NoValue } from './NoValue'
import { OwnPriority } from './OwnPriority'
import { QuestionHelp } from './QuestionHelp'
import { StandingTag } from './StandingTag'
import { StatisticNote } from './StatisticNote'
import type { Answers } from './useAnswers'
import { ValueInput } from './ValueInput'
import { figureText, standingOf } from './words'

/** The id that the fields of a question begin with. */
export const questionId = (code: string) => `q-${fieldId(code)}`

export interface QuestionBlockProps {
  responseId: string
  asked: AnsweredQuestion
  /** That the round asks about. */
  year: number
  answers: Answers
  /** Set once the person has tried to go on: only then half-filled fields are marked. */
  tried: readonly Lack[]
}

// The server names a part "parts.key"; a field of ours is called "part-key".
const ownField = (field: string) => fieldId(field).replace(/^parts-/, 'part-')

/** One question: what is asked, what is known, the fields, and how it stands. */
export function QuestionBlock({ responseId, asked, year, answers, tried }: QuestionBlockProps) {
  const { question, statistic, givenBy } = asked
  const { code } = question
  const id = questionId(code)
  const draft = answers.draft(code)
  const answer = answers.answer(code)
  const [confirming, setConfirming] = useState(false)
  const [failed, setFailed] = useState<Problem | null>(null)

  const [attached, setAttached] = useState<readonly Attachment[]>(asked.evidence ?? [])

  // An own question's answer is this one's: here only what is noted beside it is written, or why there is none.
  const given = givenBy && answer?.origin === 'own_question' ? answer : undefined

  const lacks = isBlank(question, draft) ? [] : lacksOf(question, statistic, draft)
  const refused = answers.saver.problems().get(code)
  const conflict = answers.saver.conflicts().get(code)
  const unreadable = (field: string, value: number | null | undefined) => (Number.isNaN(value) ? lacks.find((lack) => lack.field === field)?.message : undefined)
  const error = (field: string) =>
    refused?.fields.find((one) => ownField(one.field) === field)?.message ??
    tried.find((lack) => lack.field === field)?.message ??
    unreadable(field, field === 'value' ? draft.value : draft.parts[field.replace(/^part-/, '')])
  const correcting = draft.state === 'value' && corrects(question, statistic, valueOf(question, draft) ?? (question.type === 'parts' ? answer?.value : null))

  const change = (some: Parameters<Answers['change']>[1]) => {
    setFailed(null)
    answers.change(code, some)
  }
  const leave = () => void answers.saver.leave()

  const settle = async (how: 'confirmation' | 'unchanged') => {
    setConfirming(true)
    setFailed(null)
    try {
      await answers.saver.leave()
      const params = { path: { responseId, code } }
      answers.take(await call(how === 'unchanged' ? api.POST('/responses/{responseId}/answers/{code}/unchanged', { params }) : api.POST('/responses/{responseId}/answers/{code}/confirmation', { params })))
      announce(t('common.savedAt', { time: formatTime(Date.now()) }))
    } catch (thrown) {
      setFailed(asProblem(thrown))
    } finally {
      setConfirming(false)
    }
  }

  return (
    <section class="question" id={id} aria-labelledby={`${id}-title`}>
      <div class="question__head">
        <h2 class="ds-heading" data-size="xs" id={`${id}-title`} tabIndex={-1}>
          {question.name}
        </h2>
        <StandingTag standing={standingOf(question, givenBy ? undefined : statistic, answer, lacks.length > 0)} />
      </div>
      {conflict && <Conflict question={question} mine={draft} theirs={conflict.problem.current as Answer | undefined} onChoose={(choice) => answers.resolve(code, choice)} />}
      {!givenBy && <StatisticNote asked={asked} answer={answer} draft={draft} busy={confirming} onConfirm={() => void settle('confirmation')} />}
      {givenBy && <GivenAnswer responseId={responseId} question={question} giver={givenBy} answer={given} />}
      {failed && <FailedState problem={failed} />}
      {!givenBy && draft.state === 'value' && <ValueInput id={id} question={question} draft={draft} answer={answer} error={error} onChange={change} onLeave={leave} />}
      {draft.state === 'value' && (correcting || error('overrideReason')) && (
        <Textarea
          id={`${id}-overrideReason`}
          rows={2}
          label={t('municipality.override.label')}
          help={statistic && t('municipality.override.help', { figure: figureText(question, statistic) })}
          maxLength={4000}
          error={error('overrideReason')}
          value={draft.overrideReason}
          onChange={(overrideReason) => change({ overrideReason })}
          onBlur={leave}
        />
      )}
      {refused && refused.fields.length === 0 && <FailedState problem={refused} />}
      {answer?.warnings.map((warning) => (
        <Alert key={warning} tone="warning">
          <p>{warning}</p>
          <p class="meta">{t('municipality.warning.blocksNothing')}</p>
        </Alert>
      ))}
      {!givenBy && <LastRound asked={asked} answer={answer} draft={draft} blank={isBlank(question, draft)} busy={confirming} onUnchanged={() => void settle('unchanged')} />}
      {!given && <NoValue id={id} draft={draft} error={error} onChange={change} onLeave={leave} />}
      <Evidence id={id} draft={draft} error={error} open={(answer?.warnings.length ?? 0) > 0} onChange={change} onLeave={leave} attached={attached.length}>
        <Attachments id={id} responseId={responseId} code={code} list={attached} onChange={setAttached} />
      </Evidence>
      {draft.state === 'value' && <OwnPriority id={id} draft={draft} error={error} onChange={change} onLeave={leave} />}
      <QuestionHelp asked={asked} year={year} />
      {lacks.length > 0 && <p class="question__unfinished">{t('municipality.unfinished', { what: lacks.map(({ message }) => message).join(' ') })}</p>}
      {answer && (
        <p class="question__foot meta">
          <span>{answer.updatedBy ? t('municipality.changedBy', { time: formatDateTime(answer.updatedAt), name: answer.updatedBy.name }) : t('municipality.changedAt', { time: formatDateTime(answer.updatedAt) })}</span>
          <History responseId={responseId} code={code} name={question.name} />
        </p>
      )}
      <Comments responseId={responseId} about={{ code }} name={question.name} />
    </section>
  )
}
