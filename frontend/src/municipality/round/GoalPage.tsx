import { useEffect } from 'preact/hooks'
import { api, call } from '~/api'
import { usePlace } from '~/app/location'
import { rolesOf, useSession } from '~/app/session'
import { Page } from '~/app/Page'
import type { PageProps } from '~/app/routes'
import { GoalBadge, Loaded } from '~/components'
import { useLoad } from '~/hooks'
import { t } from '~/i18n'
import { shownId } from '../answer/AnswerShown'
import { WithComments } from '../answer/Comments'
import { questionId } from '../answer/QuestionBlock'
import { OwnStrengths } from '../strengths/OwnStrengths'
import { GoalForm } from './GoalForm'
import { GoalShown } from './GoalShown'
import { sectionText } from './response'
import '../answer/answer.css'
import '../municipality.css'

/** The questions of one goal, to answer or to read. */
export default function GoalPage({ params }: PageProps) {
  const responseId = params['id'] ?? ''
  const goal = Number(params['n'])
  const { query } = usePlace()
  const wanted = query.get('question')
  const load = useLoad(
    (signal) => call(api.GET('/responses/{responseId}/goals/{goal}', { params: { path: { responseId, goal } }, signal })),
    [responseId, goal],
  )
  const there = load.data !== undefined
  // A mailed link opens this page and no other.
  const helper = rolesOf(useSession()).includes('helper')

  useEffect(() => {
    if (!there || !wanted) return
    // Where it may not be changed, it is read.
    const asked = document.getElementById(`${questionId(wanted)}-title`) ?? document.getElementById(shownId(wanted))
    asked?.scrollIntoView({ block: 'start' })
    asked?.focus({ preventScroll: true })
  }, [there, wanted])

  const round = load.data?.response.round
  return (
    <Page
      key={goal}
      title={load.data && goal > 0 ? t('municipality.goal.title', { n: goal, name: load.data.name }) : sectionText(goal)}
      above={
        <>
          <GoalBadge goal={goal} label={sectionText(goal)} /> {round?.name}
        </>
      }
      {...(helper ? {} : { back: { to: `/municipality/rounds/${responseId}`, label: t('municipality.goal.toList') } })}
    >
      <Loaded load={load}>
        {(data) =>
          (
            <WithComments responseId={responseId}>
              {data.editable && !data.leftOut ? (
                <GoalForm responseId={responseId} goal={data} fromCheck={query.get('from') === 'check'} helper={helper} onGoal={load.set} onStale={load.reload} />
              ) : (
                <GoalShown responseId={responseId} goal={data} helper={helper} onChanged={load.reload} />
              )}
            </WithComments>
          )
        }
      </Loaded>
      {load.data && goal > 0 && !helper && <OwnStrengths goal={goal} />}
    </Page>
  )
}
