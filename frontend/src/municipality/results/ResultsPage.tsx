import { api, call } from '~/api'
import { usePlace } from '~/app/location'
import { Page } from '~/app/Page'
import { type Organisation, useSession } from '~/app/session'
import { ChartFigure, EmptyState, Loaded, PageSkeleton, Skeleton } from '~/components'
import { useLoad } from '~/hooks'
import { t } from '~/i18n'
import { MunicipalityFigures, type Period, PeriodSelect, publicPlaces, readPeriod, shownPeriod, type MunicipalityStatus } from '~/status'
import { MakePaperLink } from '~/papers/MakePaperLink'
import { OneIndicator } from '~/status/OneIndicator'
import { TwoFacts } from './TwoFacts'
import './results.css'

/** Where a municipality stands: distance to the targets, and place among the municipalities of its region, never as one. */
export default function ResultsPage() {
  const session = useSession()
  if (session.state !== 'signedIn') return <PageSkeleton />
  const { organisation } = session.data
  if (!organisation) {
    return (
      <Page title={t('municipality.results.title')}>
        <EmptyState title={t('account.me.noOrganisation')} />
      </Page>
    )
  }
  return <Results organisation={organisation} />
}

/** The newest round that the municipality has submitted: a running one holds nothing of its own yet. */
async function latestSubmitted(signal: AbortSignal): Promise<Period> {
  const { items } = await call(api.GET('/responses', { signal }))
  const newest = items.filter(({ submittedAt }) => submittedAt).sort((a, b) => b.round.opensAt.localeCompare(a.round.opensAt))[0]
  return newest ? { round: newest.round.id } : {}
}

function Results({ organisation }: { organisation: Organisation }) {
  const { query } = usePlace()
  const period = readPeriod(query)
  const load = useLoad(
    async (signal) => {
      const shown = period.round || period.year || period.cohort ? period : await latestSubmitted(signal)
      const query = { ...(organisation.regionId ? { region: organisation.regionId } : {}), ...shown }
      return call(api.GET('/status/municipalities/{organisationId}', { params: { path: { organisationId: organisation.id }, query }, signal }))
    },
    [organisation.id, organisation.regionId, period.round, period.year, period.cohort],
  )
  return (
    <Page title={t('municipality.results.title')} above={organisation.name} lead={t('municipality.results.lead')} wide>
      <Loaded
        load={load}
        skeleton={<Skeleton lines={12} />}
        isEmpty={({ rounds, years }) => rounds.length === 0 && years.length === 0}
        empty={
          <EmptyState title={t('municipality.results.emptyTitle')}>
            <p>{t('municipality.results.emptyText')}</p>
          </EmptyState>
        }
      >
        {(status) => <Shown status={status} chosen={query.get('indicator')} />}
      </Loaded>
    </Page>
  )
}

function Shown({ status, chosen }: { status: MunicipalityStatus; chosen: string | null }) {
  const period = shownPeriod(status)
  const region = status.region.id
  return (
    <>
      <div class="lookup">
        <PeriodSelect rounds={status.rounds} years={status.years} cohorts={status.cohort ? [status.cohort] : []} period={period} />
      </div>
      <MakePaperLink round={status.round} to="/municipality/papers" />
      <TwoFacts indicators={status.indicators} />
      <MunicipalityFigures status={status} places={publicPlaces} />
      <section class="section" aria-labelledby="spread">
        <h2 class="ds-heading" data-size="sm" id="spread">
          {t('municipality.results.spread')}
        </h2>
        <OneIndicator region={region} period={period} catalogue={status.round?.catalogueId} chosen={chosen} places={publicPlaces} />
        <ChartFigure chart="goals" level={3} query={{ region, ...period }} />
      </section>
    </>
  )
}
