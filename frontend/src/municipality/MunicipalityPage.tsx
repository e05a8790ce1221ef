import { api, call } from '~/api'
import { Link } from '~/app/Link'
import { Page } from '~/app/Page'
import { useSession } from '~/app/session'
import { EmptyState, Loaded, StateTag } from '~/components'
import { useLoad } from '~/hooks'
import { t } from '~/i18n'
import { deadlineText, pagesOf, progressText, type Response } from './round/response'
import { NeedsToLookAt } from './needs/NeedsToLookAt'
import './municipality.css'
import './needs/needs.css'

/** What waits for a municipality: its rounds, with one press back to where one left, and needs to look at. */
export default function MunicipalityPage() {
  const load = useLoad((signal) => call(api.GET('/responses', { signal })), [])
  const session = useSession()
  const name = session.state === 'signedIn' ? session.data.organisation?.name : undefined
  return (
    <Page title={t('municipality.front.title')} above={name} lead={t('municipality.front.lead')}>
      <section class="section section--first" aria-labelledby="rounds-title">
        <h2 class="ds-heading" data-size="sm" id="rounds-title">
          {t('municipality.front.rounds')}
        </h2>
        <Loaded
          load={load}
          isEmpty={({ items }) => items.length === 0}
          empty={
            <EmptyState title={t('municipality.front.emptyTitle')}>
              <p>{t('municipality.front.emptyText')}</p>
              <p>
                <Link to="/indicators">{t('municipality.front.emptyLink')}</Link>
              </p>
            </EmptyState>
          }
        >
          {({ items }) => (
            <ul class="own-rounds">
              {items.map((response) => (
                <Round key={response.id} response={response} />
              ))}
            </ul>
          )}
        </Loaded>
      </section>
      <NeedsToLookAt />
    </Page>
  )
}

function Round({ response }: { response: Response }) {
  const { list, goal, receipt } = pagesOf(response.id)
  const running = response.round.state === 'open'
  const done = response.sectionsDone >= response.sections
  const editing = running && (response.state === 'in_progress' || response.state === 'not_started')
  return (
    <li class="own-round">
      <div class="own-round__head">
        <h3 class="ds-heading" data-size="xs">
          <Link to={list}>{response.round.name}</Link>
        </h3>
        <StateTag of="response" state={response.state} />
      </div>
      <p class="own-round__facts">
        <span>{deadlineText(response)}</span> <span class="figures">{progressText(response)}</span>
      </p>
      <progress class="own-round__bar" max={Math.max(1, response.sections)} value={response.sectionsDone} aria-label={progressText(response)} />
      {running && response.state !== 'submitted' && response.state !== 'not_started' && <p class="meta">{t('municipality.notSubmitted.short')}</p>}
      <p class="own-round__links">
        {editing && response.resumeGoal && !done ? (
          <Link look="primary" to={goal(response.resumeGoal)}>
            {t('municipality.front.resume', { n: response.resumeGoal })}
            <span class="ds-sr-only"> – {response.round.name}</span>
          </Link>
        ) : (
          <Link look={running && response.state !== 'submitted' ? 'primary' : 'text'} to={response.state === 'submitted' ? receipt : list}>
            {t(response.state === 'submitted' ? 'municipality.step.toReceipt' : editing ? (done ? 'municipality.front.finish' : 'municipality.front.begin') : 'municipality.front.open')}
            <span class="ds-sr-only"> – {response.round.name}</span>
          </Link>
        )}
      </p>
    </li>
  )
}
