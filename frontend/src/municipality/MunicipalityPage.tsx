import { api, call } from '~/api'
import { Link } from '~/app/Link'
import { Page } from '~/app/Page'
import { rolesOf, useSession } from '~/app/session'
import { EmptyState, Loaded } from '~/components'
import { useLoad } from '~/hooks'
import { t } from '~/i18n'
import { FirstStart } from '~/joining/start/FirstStart'
import { isBeingFilled, onlyApproves, OwnRound, waitsForApprover } from './OwnRound'
import { HandedToMe } from './handover/HandedToMe'
import { NeedsToLookAt } from './needs/NeedsToLookAt'
import { OwnStrengths } from './strengths/OwnStrengths'
import './municipality.css'
import './needs/needs.css'

/** What waits for a municipality: its rounds, with one press back to where one left, and needs to look at. */
export default function MunicipalityPage() {
  const load = useLoad((signal) => call(api.GET('/responses', { signal })), [])
  const session = useSession()
  const name = session.state === 'signedIn' ? session.data.organisation?.name : undefined
  const roles = rolesOf(session)
  // Told what waits for approval instead of what there is to fill in.
  const approves = onlyApproves(roles)
  const begun = approves ? undefined : load.data?.items.find(isBeingFilled)
  return (
    <Page title={t('municipality.front.title')} above={name} lead={t(approves ? 'municipality.front.leadApprover' : 'municipality.front.lead')}>
      <HandedToMe />
      <section class="section section--first" aria-labelledby="rounds-title">
        <h2 class="ds-heading" data-size="sm" id="rounds-title">
          {t(approves ? 'municipality.front.roundsApprover' : 'municipality.front.rounds')}
        </h2>
        <Loaded
          load={load}
          isEmpty={({ items }) => items.length === 0}
          empty={
            <EmptyState title={t(approves ? 'municipality.front.emptyTitleApprover' : 'municipality.front.emptyTitle')}>
              <p>{t(approves ? 'municipality.front.emptyTextApprover' : 'municipality.front.emptyText')}</p>
              <p>
                <Link to="/indicators">{t('municipality.front.emptyLink')}</Link>
              </p>
            </EmptyState>
          }
        >
          {({ items }) => (
            <ul class="own-rounds">
              {(approves ? [...items].sort((a, b) => Number(waitsForApprover(b)) - Number(waitsForApprover(a))) : items).map((response) => (
                <OwnRound key={response.id} response={response} roles={roles} />
              ))}
            </ul>
          )}
        </Loaded>
      </section>
      {begun && <FirstStart key={begun.id} responseId={begun.id} />}
      <NeedsToLookAt />
      <OwnStrengths />
    </Page>
  )
}
