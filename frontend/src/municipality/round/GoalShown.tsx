import { useState } from 'preact/hooks'
import { api, asProblem, call, type components, type Problem } from '~/api'
import { Link } from '~/app/Link'
import { Alert, Button, FailedState } from '~/components'
import { t } from '~/i18n'
import { AnswerShown } from '../answer/AnswerShown'

type ResponseGoal = components['schemas']['ResponseGoal']

export interface GoalShownProps {
  responseId: string
  goal: ResponseGoal
  onChanged: () => void
}

/** The answers of one goal where nothing may be changed now, and why. */
export function GoalShown({ responseId, goal, onChanged }: GoalShownProps) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const list = `/municipality/rounds/${responseId}`

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
      <Alert>
        <p>{goal.leftOut ? t('municipality.goal.leftOut') : t('municipality.goal.readOnly')}</p>
        {goal.leftOut && goal.editable && (
          <p>
            <Button variant="secondary" small busy={busy} onClick={() => void takeIn()}>
              {t('municipality.goal.takeIn')}
            </Button>
          </p>
        )}
      </Alert>
      {problem && <FailedState problem={problem} />}
      {!goal.leftOut && (
        <dl class="answers">
          {goal.questions.map((asked) => (
            <AnswerShown key={asked.question.code} asked={asked} />
          ))}
        </dl>
      )}
      <div class="actions">
        {goal.nextGoal && (
          <Link look="primary" to={`${list}/goals/${goal.nextGoal}`}>
            {t('municipality.goal.nextPlain', { n: goal.nextGoal })}
          </Link>
        )}
        {goal.previousGoal && <Link to={`${list}/goals/${goal.previousGoal}`}>{t('municipality.goal.previous', { n: goal.previousGoal })}</Link>}
        <Link to={list}>{t('municipality.goal.toList')}</Link>
      </div>
    </>
  )
}
