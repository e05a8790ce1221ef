import { useEffect, useRef, useState } from 'preact/hooks'
import { api, asProblem, call, type components, type Problem } from '~/api'
import { announce } from '~/app/announce'
import { Link } from '~/app/Link'
import { SessionEnding } from '~/app/SessionEnding'
import { guardLeaving, navigate } from '~/app/location'
import { Button, ErrorSummary, FailedState, SavedStatus } from '~/components'
import { formatTime, t } from '~/i18n'
import { PasteAnswers } from '../answer/PasteAnswers'
import { QuestionBlock, questionId } from '../answer/QuestionBlock'
import { useAnswers } from '../answer/useAnswers'
import { Done, HandedNote } from '../handover/HandedNote'
import { HandOver } from '../handover/HandOver'
import { bothStates, OwnPart, type OwnReport } from '../own/OwnPart'

type ResponseGoal = components['schemas']['ResponseGoal']

export interface GoalFormProps {
  responseId: string
  goal: ResponseGoal
  /** Come to from the page where all answers are checked, and led back there. */
  fromCheck: boolean
  /** Here by a mailed link, which opens nothing else. */
  helper?: boolean
  onGoal: (goal: ResponseGoal) => void
  /** Who has the section is another now. */
  onStale: () => void
}

/** The fields of one goal; each answer is saved as soon as it is whole. */
export function GoalForm({ responseId, goal, fromCheck, helper, onGoal, onStale }: GoalFormProps) {
  const answers = useAnswers(responseId, goal)
  const [attempt, setAttempt] = useState(0)
  const [confirming, setConfirming] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [own, setOwn] = useState<OwnReport>({ state: { kind: 'idle' }, errors: [], unfinished: false, leave: () => Promise.resolve({ kind: 'idle' }) })
  const unconfirmed = goal.questions.filter(({ question, statistic, givenBy }) => {
    const answer = answers.answer(question.code)
    return !givenBy && (answer ? answer.origin === 'taken_over' : statistic?.state === 'value')
  }).length
  const repeatable = goal.questions.filter(({ question, statistic, repeatable }) => repeatable && statistic?.state !== 'value' && !answers.answer(question.code)).length
  const unfinished = answers.unfinished()
  const tried = attempt > 0 ? unfinished : []
  const errors = [
    ...tried.flatMap(({ question: { question }, lacks }) => lacks.map(({ field, message }) => ({ field: `${questionId(question.code)}-${field}`, message }))),
    ...(attempt > 0 ? own.errors : []),
  ]

  // What an own question gives has changed with it. That alone is taken over: the rest of the page may be typed in meanwhile.
  const ownSaved = own.state.kind === 'saved' ? own.state.at : 0
  useEffect(() => {
    if (ownSaved === 0 || !goal.questions.some(({ givenBy }) => givenBy)) return
    const later = new AbortController()
    const params = { path: { responseId, goal: goal.goal } }
    void call(api.GET('/responses/{responseId}/goals/{goal}', { params, signal: later.signal })).then(answers.given, () => undefined) // it is read anew with the page in any case
    return () => later.abort()
  }, [ownSaved])

  const latest = useRef(0)
  latest.current = unfinished.length + (own.unfinished ? 1 : 0)
  // A half-filled answer is on no server.
  useEffect(() => guardLeaving(() => latest.current === 0 || confirm(t('municipality.goal.leaveUnfinished'))), [])

  const forAll = async (how: 'confirmation' | 'unchanged') => {
    setConfirming(true)
    setProblem(null)
    try {
      await answers.saver.leave()
      const params = { path: { responseId, goal: goal.goal } }
      onGoal(await call(how === 'unchanged' ? api.POST('/responses/{responseId}/goals/{goal}/unchanged', { params }) : api.POST('/responses/{responseId}/goals/{goal}/confirmation', { params })))
      announce(t('common.savedAt', { time: formatTime(Date.now()) }))
    } catch (thrown) {
      setProblem(asProblem(thrown))
    } finally {
      setConfirming(false)
    }
  }

  const list = `/municipality/rounds/${responseId}`
  const next = fromCheck ? `${list}/check` : goal.nextGoal !== undefined ? `${list}/goals/${goal.nextGoal}` : list
  const nextLabel = fromCheck ? t('municipality.goal.backToCheck') : goal.nextGoal === undefined ? t('municipality.goal.saveAndList') : goal.nextGoal === 0 ? t('municipality.goal.nextGeneral') : t('municipality.goal.next', { n: goal.nextGoal })

  const state = goal.own ? bothStates(answers.saver.state(), own.state) : answers.saver.state()
  const { kind } = state
  const allSaved = latest.current === 0 && (kind === 'idle' || kind === 'saving' || kind === 'saved')

  /** Saves all; false where something is half filled in or can't be saved. */
  const saveAll = async () => {
    setAttempt((n) => n + 1)
    if (answers.unfinished().length > 0 || own.errors.length > 0) return false
    const [ownState] = await Promise.all([own.leave(), answers.saver.leave()])
    return [answers.saver.state(), ownState].every(({ kind: left }) => left === 'saved' || left === 'idle')
  }
  const goOn = async () => {
    if (await saveAll()) navigate(next)
  }

  return (
    <>
      <ErrorSummary errors={errors} attempt={attempt} />
      {goal.assignment && <HandedNote assignment={goal.assignment} mayEdit={false} onChanged={onStale} />}
      {repeatable > 1 && (
        <div class="confirm-all">
          <p>{t('municipality.takeOver.text', { n: repeatable })}</p>
          <Button variant="secondary" busy={confirming} onClick={() => void forAll('unchanged')}>
            {t('municipality.takeOver.button', { n: repeatable })}
          </Button>
        </div>
      )}
      {unconfirmed > 1 && (
        <div class="confirm-all">
          <p>{t('municipality.confirmAll.text', { n: unconfirmed })}</p>
          <Button variant="secondary" busy={confirming} onClick={() => void forAll('confirmation')}>
            {t('municipality.confirmAll.button', { n: unconfirmed })}
          </Button>
        </div>
      )}
      {problem && <FailedState problem={problem} />}
      {goal.questions.length > 1 && <p class="meta prose">{t('pasting.hint')}</p>}
      <PasteAnswers questions={goal.questions} answers={answers}>
        {goal.questions.map((asked) => (
          <QuestionBlock
            key={asked.question.code}
            responseId={responseId}
            asked={asked}
            year={goal.response.round.year}
            answers={answers}
            tried={tried.find(({ question }) => question.question.code === asked.question.code)?.lacks ?? []}
          />
        ))}
      </PasteAnswers>
      {goal.own && <OwnPart responseId={responseId} goal={goal.goal} own={goal.own} tried={attempt > 0} onReport={setOwn} />}
      <div class="save-bar">
        <SessionEnding />
        <SavedStatus state={state} />
        <p>
          {unfinished.length > 0 && <span class="save-bar__unfinished">{t('municipality.unfinishedCount', { n: unfinished.length })} </span>}
          {kind !== 'saved' && t(allSaved ? 'municipality.notSubmitted.short' : 'municipality.notSubmitted.still')}
        </p>
      </div>
      <div class="actions">
        {goal.assignment && <Done assignment={goal.assignment} beforehand={saveAll} onChanged={onStale} />}
        {!helper && (
          <Button variant={goal.assignment ? 'secondary' : 'primary'} onClick={() => void goOn()}>
            {nextLabel}
          </Button>
        )}
        {!helper && !fromCheck && <Previous list={list} goal={goal.previousGoal} />}
        {!helper && <Link to={list}>{t('municipality.goal.toList')}</Link>}
      </div>
      {!helper && !goal.assignment && <HandOver goal={goal} onDone={onStale} />}
    </>
  )
}

/** The way back to the section before. */
export function Previous({ list, goal }: { list: string; goal: number | undefined }) {
  if (goal === undefined) return null
  return <Link to={`${list}/goals/${goal}`}>{goal === 0 ? t('municipality.goal.previousGeneral') : t('municipality.goal.previous', { n: goal })}</Link>
}
