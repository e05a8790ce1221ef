import { api, call } from '~/api'
import { Link } from '~/app/Link'
import { Page } from '~/app/Page'
import { useSession } from '~/app/session'
import { Details, EmptyState, Loaded, Skeleton } from '~/components'
import { type Load, useLoad } from '~/hooks'
import { formatDate, t } from '~/i18n'
import { CouncilSaid, DecidedTable, OwnDecision, ParticipationTag } from './Decided'
import { DecisionForm } from './DecisionForm'
import { History } from './History'
import { mayDecide, type Participation, type Participations } from './participation'
import { Steps } from './Steps'

/** A municipality's part in the region: the invitation and the case paper, its own decision, and what the others decided. */
export default function JoiningPage() {
  const session = useSession()
  const own = session.state === 'signedIn' ? session.data.organisation : undefined
  return (
    <Page title={t('joining.own.title')} above={own?.name} lead={t('joining.own.lead')}>
      {own?.regionId ? (
        <InRegion key={own.id} region={own.regionId} municipality={own.id} />
      ) : (
        <EmptyState title={t('joining.own.none')}>
          <p>{t('joining.own.noneHelp')}</p>
        </EmptyState>
      )}
    </Page>
  )
}

function InRegion({ region, municipality }: { region: string; municipality: string }) {
  const load = useLoad((signal) => call(api.GET('/regions/{regionId}/participations', { params: { path: { regionId: region } }, signal })), [region])
  return (
    <Loaded load={load} skeleton={<Skeleton lines={10} />}>
      {(joining) => {
        const own = joining.items.find((one) => one.municipality.id === municipality)
        return (
          <>
            {own && <Own own={own} onChanged={(now) => replace(load, joining, now)} />}
            <section class="section" aria-labelledby="others">
              <h2 class="ds-heading" data-size="sm" id="others">
                {t('joining.own.others')}
              </h2>
              <DecidedTable items={joining.items.filter((one) => one !== own)} />
            </section>
            <section class="section" aria-labelledby="council">
              <h2 class="ds-heading" data-size="sm" id="council">
                {t('joining.own.council')}
              </h2>
              <CouncilSaid items={joining.council} />
            </section>
            {own && <History region={region} municipality={municipality} version={own.version} />}
          </>
        )
      }}
    </Loaded>
  )
}

/** Puts a changed participation where it stood. */
function replace(load: Load<Participations>, joining: Participations, now: Participation): void {
  load.set({ ...joining, items: joining.items.map((one) => (one.municipality.id === now.municipality.id ? now : one)) })
}

function Own({ own, onChanged }: { own: Participation; onChanged: (now: Participation) => void }) {
  const to = `/join/${own.regionId}/${own.municipality.id}`
  return (
    <>
      <section aria-labelledby="state">
        <h2 class="ds-heading" data-size="sm" id="state">
          {t('joining.own.state')}
        </h2>
        <p>
          <ParticipationTag state={own.state} />
        </p>
        <Facts own={own} />
        <Steps participation={own} onChanged={onChanged} />
      </section>
      <section class="section" aria-labelledby="papers">
        <h2 class="ds-heading" data-size="sm" id="papers">
          {t('joining.own.papers')}
        </h2>
        <p class="prose">{t('joining.own.papersText')}</p>
        <p class="actions">
          <Link look={own.decision ? 'secondary' : 'primary'} to={`${to}/paper`}>
            {t('joining.join.paper')}
          </Link>
          <Link to={to}>{t('joining.own.readInvitation')}</Link>
        </p>
      </section>
      <Decide own={own} onChanged={onChanged} />
    </>
  )
}

/** The form for those who bind the municipality; others read who records it, as long as nothing is on record. */
function Decide({ own, onChanged }: { own: Participation; onChanged: (now: Participation) => void }) {
  const may = mayDecide(own)
  if (own.decision && !may) return null
  const form = <DecisionForm key={own.version} participation={own} onChanged={onChanged} />
  return (
    <section class="section prose" aria-labelledby="decide">
      <h2 class="ds-heading" data-size="sm" id="decide">
        {t('joining.decision.title')}
      </h2>
      <p>{t(may ? 'joining.decision.lead' : 'joining.own.binds')}</p>
      {may && (own.decision ? <Details summary={t('joining.decision.correct')}>{form}</Details> : form)}
    </section>
  )
}

function Facts({ own }: { own: Participation }) {
  return (
    <dl class="facts">
      <div>
        <dt>{t('joining.own.decision')}</dt>
        <dd>
          <OwnDecision {...(own.decision ? { decision: own.decision } : {})} />
        </dd>
      </div>
      {own.invitedOn && (
        <div>
          <dt>{t('joining.own.invitedOn')}</dt>
          <dd>{formatDate(own.invitedOn)}</dd>
        </div>
      )}
      {own.cohort && (
        <div>
          <dt>{t('joining.own.cohort')}</dt>
          <dd>{own.cohort}</dd>
        </div>
      )}
      {own.reason && (
        <div>
          <dt>{t('joining.own.reason')}</dt>
          <dd class="typed">{own.reason}</dd>
        </div>
      )}
    </dl>
  )
}
