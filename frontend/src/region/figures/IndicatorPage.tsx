import { api, call } from '~/api'
import { Link } from '~/app/Link'
import { usePlace } from '~/app/location'
import { Page } from '~/app/Page'
import type { PageProps } from '~/app/routes'
import { GoalBadge, Loaded, Skeleton } from '~/components'
import { goalName, useGoals, useLoad } from '~/hooks'
import { t } from '~/i18n'
import { address, IndicatorFigures, PeriodSelect, readPeriod, regionPlaces, shownPeriod } from '~/status'
import { useChosenRegion } from '../chosen'

/** One indicator over the region, down to the answers that a council may see. */
export default function IndicatorPage({ params }: PageProps) {
  const code = params['code'] ?? ''
  const { query } = usePlace()
  const chosen = useChosenRegion()
  const region = query.get('region') ?? chosen.id
  const period = readPeriod(query)
  const goals = useGoals().data
  const load = useLoad(
    (signal) => (region ? call(api.GET('/status/regions/{regionId}/indicators/{code}', { params: { path: { regionId: region, code }, query: period }, signal })) : new Promise<never>(() => undefined)),
    [region, code, period.round, period.year, period.cohort],
  )
  const data = load.data
  return (
    <Page
      title={data?.indicator.name ?? t('status.indicator')}
      above={data && <GoalBadge goal={data.indicator.goal} name={goalName(goals, data.indicator.goal)} size="small" />}
      lead={data?.region.name}
      back={{ to: regionPlaces.region(region ?? '', period), label: t('region.status.back') }}
      wide
    >
      <Loaded load={load} skeleton={<Skeleton lines={12} />}>
        {(status) => (
          <>
            <div class="lookup">
              <PeriodSelect rounds={status.rounds} years={status.years} cohorts={status.cohorts} period={shownPeriod(status)} />
            </div>
            <IndicatorFigures status={status} places={regionPlaces} />
            <p class="section">
              <Link to={address(`/indicators/${code}`, { catalogue: status.round?.catalogueId ?? query.get('catalogue') })}>{t('status.aboutIndicator')}</Link>
            </p>
          </>
        )}
      </Loaded>
    </Page>
  )
}
