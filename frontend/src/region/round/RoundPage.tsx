import { useState } from 'preact/hooks'
import { api, callWithTag } from '~/api'
import { Link } from '~/app/Link'
import { Page } from '~/app/Page'
import type { PageProps } from '~/app/routes'
import { Alert, Loaded, Skeleton, StateTag } from '~/components'
import { Changes, Editions } from '~/editions'
import { useLoad } from '~/hooks'
import { formatDate, formatDateTime, formatLastDay, t } from '~/i18n'
import { regionPlaces, type Round } from '~/status'
import { useMayRun } from '../chosen'
import { Said } from '../Said'
import { Deadline } from './Deadline'
import { Efforts } from './Efforts'
import { MethodName } from './MethodName'
import { QuestionnaireName } from './QuestionnaireName'
import { Progress } from './Progress'
import { Reminders } from './Reminders'
import { RoundSteps } from './RoundSteps'
import { Targets } from './Targets'
import './round.css'

export default function RoundPage({ params }: PageProps) {
  const roundId = params['id'] ?? ''
  const runs = useMayRun()
  const [said, setSaid] = useState('')
  const load = useLoad(async (signal) => (await callWithTag(api.GET('/rounds/{roundId}', { params: { path: { roundId } }, signal }))).data, [roundId])
  return (
    <Page title={load.data?.name ?? t('region.head.round')} above={load.data?.regionName} back={{ to: '/region/rounds', label: t('region.round.all') }} wide>
      <Loaded load={load} skeleton={<Skeleton lines={10} />}>
        {(round) => (
          <>
            <Said text={said}>
              {round.madeUp && (
                <Alert tone="warning">
                  <p>{t('region.round.madeUp')}</p>
                </Alert>
              )}
            </Said>
            <Facts round={round} runs={runs} />
            {runs && (
              <RoundSteps
                round={round}
                onChanged={(next) => {
                  load.set(next)
                  setSaid(t('region.round.changed', { state: t(`common.round.${next.state}`).toLowerCase() }))
                }}
              />
            )}
            {round.state !== 'draft' && round.state !== 'scheduled' && (
              <Deadline
                round={round}
                runs={runs}
                onChanged={(next) => {
                  load.set(next)
                  setSaid(t('rounds.deadline.done', { date: formatLastDay(next.closesAt) }))
                }}
              />
            )}
            <Reminders round={round} runs={runs} />
            <Progress round={round} />
            {frozen(round) && <Editions round={round} runs={runs} onChanged={load.set} />}
            <Changes round={round} />
            <Efforts round={round} />
            <Targets round={round} runs={runs} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

/** Its results stand in an edition. */
const frozen = ({ state }: Round) => state === 'frozen' || state === 'published' || state === 'archived'

function Facts({ round, runs }: { round: Round; runs: boolean }) {
  const editable = round.state === 'draft' || round.state === 'scheduled' || round.state === 'open'
  return (
    <>
      <dl class="facts">
        <div>
          <dt>{t('region.head.state')}</dt>
          <dd>
            <StateTag of="round" state={round.state} />
          </dd>
        </div>
        <div>
          <dt>{t('region.head.year')}</dt>
          <dd>{round.year}</dd>
        </div>
        <div>
          <dt>{t('rounds.cohort')}</dt>
          <dd>{round.cohort || t('rounds.cohort.all')}</dd>
        </div>
        <div>
          <dt>{t('region.round.opens')}</dt>
          <dd>{formatDate(round.opensAt)}</dd>
        </div>
        <div>
          <dt>{t('region.form.closes')}</dt>
          <dd>{formatLastDay(round.closesAt)}</dd>
        </div>
        {round.closedAt && (
          <div>
            <dt>{t('region.round.closedAt')}</dt>
            <dd>{formatDateTime(round.closedAt)}</dd>
          </div>
        )}
        {round.publishedAt && (
          <div>
            <dt>{t('region.round.publishedAt')}</dt>
            <dd>{formatDateTime(round.publishedAt)}</dd>
          </div>
        )}
        <div>
          <dt>{t('region.round.method')}</dt>
          <dd>
            <MethodName id={round.method} />
          </dd>
        </div>
        <div>
          <dt>{t('region.round.questionnaire')}</dt>
          <dd>
            <QuestionnaireName round={round} />
          </dd>
        </div>
      </dl>
      <p class="round__links no-print">
        {runs && editable && <Link to={`/region/rounds/${round.id}/edit`}>{t('region.round.edit')}</Link>}
        {round.state !== 'draft' && round.state !== 'scheduled' && <Link to={regionPlaces.region(round.regionId, { round: round.id })}>{t('region.round.seeStatus')}</Link>}
      </p>
    </>
  )
}
