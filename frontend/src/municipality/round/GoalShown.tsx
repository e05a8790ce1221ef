import { useState } from 'preact/hooks'
import { api, asProblem, call, type components, type Problem } from '~/api'
import { Link } from '~/app/Link'
import { rolesOf, useSession } from '~/app/session'
import { Alert, Answers, Button, FailedState } from '~/components'
import { t } from '~/i18n'
import { HandedNote } from '../handover/HandedNote'
import { AnswerShown } from '../answer/AnswerShown'
import { OwnShown } from '../own/OwnShown'
import { Previous } from './GoalForm'

type ResponseGoal = components['schemas']['ResponseGoal']

/** The server calls a goal that is left out not editable; whether it may be taken in hangs on the response. */
function useMayEdit({ round, state }: ResponseGoal['response']): boolean {
  const roles = rolesOf(useSession())
  const running = round.state === 'open' && (state === 'not_started' || state === 'in_progress')
  return running && roles.some((role) => role === 'respondent' || role === 'municipality_admin')
}

export interface GoalShownProps {
  responseId: string
  goal: ResponseGoal
  /** Here by a mailed link, which opens nothing else. */
  helper?: boolean
  onChanged: () => void
}

/** The answers of one goal where nothing may be changed now, and why. */
export function GoalShown({ responseId, goal, helper, onChanged }: GoalShownProps) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const list = `/municipality/rounds/${responseId}`
  const mayTakeIn = useMayEdit(goal.response)

  const takeIn = async () => {
    setBusy(true)
    try {
      await call(api.PUT('/responses/{responseId}/goals/{goal}/choice', { params: { path: { responseId, goal: goal.goal } }, body: { leftOut: false } }))
      onChanged()
    } catch (thrown) {
      setProblem(asProblem(thrown))
      setBusy(false)
    }
  }

  return (
    <>
      {goal.assignment && !goal.assignment.mine ? (
        <HandedNote assignment={goal.assignment} mayEdit={mayTakeIn} onChanged={onChanged} />
      ) : (
        <Alert>
          <p>{goal.leftOut ? t('municipality.goal.leftOut') : t('municipality.goal.readOnly')}</p>
          {goal.leftOut && mayTakeIn && (
            <p>
              <Button variant="secondary" small busy={busy} onClick={() => void takeIn()}>
                {t('municipality.goal.takeIn')}
              </Button>
            </p>
          )}
        </Alert>
      )}
      {problem && <FailedState problem={problem} />}
      {!goal.leftOut && (
        <Answers>
          {goal.questions.map((asked) => (
            <AnswerShown key={asked.question.code} asked={asked} responseId={responseId} history />
          ))}
        </Answers>
      )}
      {!goal.leftOut && goal.own && <OwnShown responseId={responseId} own={goal.own} goal={goal.goal} history />}
      <div class="actions">
        {!helper && goal.nextGoal !== undefined && (
          <Link look="primary" to={`${list}/goals/${goal.nextGoal}`}>
            {goal.nextGoal === 0 ? t('municipality.goal.nextPlainGeneral') : t('municipality.goal.nextPlain', { n: goal.nextGoal })}
          </Link>
        )}
        {!helper && <Previous list={list} goal={goal.previousGoal} />}
        {!helper && <Link to={list}>{t('municipality.goal.toList')}</Link>}
      </div>
    </>
  )
}
