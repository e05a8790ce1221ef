import { useState } from 'preact/hooks'
import { api, call } from '~/api'
import { Link } from '~/app/Link'
import { Button, Loaded, Select, Skeleton, Table } from '~/components'
import { useLoad } from '~/hooks'
import { t } from '~/i18n'
import { OwnDecision, ParticipationTag } from '../Decided'
import { type Participation, type Participations, summary } from '../participation'
import { Steps } from '../Steps'
import { CouncilWord } from './CouncilWord'
import { Follow } from './Follow'

/** Who of a region takes part, what each decided, who is missing; for those who run it also inviting and cohorts. */
export function MembersJoining({ region, runs }: { region: string; runs: boolean }) {
  const load = useLoad((signal) => call(api.GET('/regions/{regionId}/participations', { params: { path: { regionId: region } }, signal })), [region])
  return (
    <>
      <section class="section" aria-labelledby="joining">
        <h2 class="ds-heading" data-size="sm" id="joining">
          {t('joining.members.title')}
        </h2>
        <Loaded load={load} skeleton={<Skeleton lines={8} />}>
          {(joining) => <Overview joining={joining} runs={runs} onChanged={load.reload} />}
        </Loaded>
      </section>
      {load.data && <CouncilWord region={region} items={load.data.council} runs={runs} onChanged={load.reload} />}
    </>
  )
}

function Overview({ joining, runs, onChanged }: { joining: Participations; runs: boolean; onChanged: () => void }) {
  const [cohort, setCohort] = useState('')
  const [followed, setFollowed] = useState<Participation | null>(null)
  const chosen = joining.cohorts.includes(cohort) ? cohort : ''
  const rows = joining.items.filter((one) => !chosen || one.cohort === chosen)
  return (
    <>
      <p>{summary(rows)}</p>
      {joining.cohorts.length > 0 && (
        <div class="lookup">
          <Select
            id="cohort-filter"
            label={t('joining.members.cohort')}
            empty={t('joining.members.allCohorts')}
            options={joining.cohorts.map((value) => ({ value, label: value }))}
            value={chosen}
            onChange={setCohort}
          />
        </div>
      )}
      <Table
        caption={t('joining.members.caption')}
        hideCaption
        rows={rows}
        rowKey={({ municipality }) => municipality.id}
        columns={[
          { key: 'name', head: t('joining.members.municipality'), rowHead: true, cell: ({ municipality }) => municipality.name },
          {
            key: 'state',
            head: t('joining.members.state'),
            cell: ({ state, reason }) => (
              <>
                <ParticipationTag state={state} />
                {reason && <div class="meta typed">{reason}</div>}
              </>
            ),
          },
          { key: 'decision', head: t('joining.members.decision'), cell: ({ decision }) => <OwnDecision {...(decision ? { decision } : {})} /> },
          { key: 'cohort', head: t('joining.members.cohort'), unbroken: true, cell: (one) => one.cohort || '–' },
          ...(runs
            ? [
                {
                  key: 'do',
                  head: t('joining.members.action'),
                  cell: (one: Participation) => (
                    <div class="participation__do">
                      <Button small variant="tertiary" aria-label={t('joining.members.followFor', { name: one.municipality.name })} onClick={() => setFollowed(one)}>
                        {t('joining.members.follow')}
                      </Button>
                      <Link to={`/join/${one.regionId}/${one.municipality.id}/paper`} aria-label={`${t('joining.own.papers')}: ${one.municipality.name}`}>
                        {t('joining.own.papers')}
                      </Link>
                      <Steps participation={one} onChanged={onChanged} />
                    </div>
                  ),
                },
              ]
            : []),
        ]}
      />
      {followed && (
        <Follow
          key={followed.municipality.id}
          participation={followed}
          cohorts={joining.cohorts}
          onClose={() => setFollowed(null)}
          onChanged={() => {
            setFollowed(null)
            onChanged()
          }}
        />
      )}
    </>
  )
}
