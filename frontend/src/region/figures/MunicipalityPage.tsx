import { api, call } from '~/api'
import { usePlace } from '~/app/location'
import { Page } from '~/app/Page'
import type { PageProps } from '~/app/routes'
import { Loaded, Skeleton } from '~/components'
import { useLoad } from '~/hooks'
import { t } from '~/i18n'
import { MunicipalityFigures, PeriodSelect, readPeriod, regionPlaces, shownPeriod } from '~/status'
import { useChosenRegion } from '../chosen'

/** One municipality of the region, as its council may see it. */
export default function MunicipalityPage({ params }: PageProps) {
  const organisationId = params['municipalityId'] ?? ''
  const { query } = usePlace()
  const period = readPeriod(query)
  const chosen = useChosenRegion()
  const region = query.get('region') ?? chosen.id
  const load = useLoad(
    (signal) => call(api.GET('/status/municipalities/{organisationId}', { params: { path: { organisationId }, query: { ...(region ? { region } : {}), ...period } }, signal })),
    [region, organisationId, period.round, period.year, period.cohort],
  )
  const data = load.data
  return (
    <Page
      title={data ? t('region.status.municipality', { name: data.municipality.name, region: data.region.name }) : t('status.head.municipality')}
      back={{ to: regionPlaces.region(region ?? '', period), label: t('region.status.back') }}
      wide
    >
      <Loaded load={load} skeleton={<Skeleton lines={12} />}>
        {(status) => (
          <>
            <div class="lookup">
              <PeriodSelect rounds={status.rounds} years={status.years} cohorts={status.cohort ? [status.cohort] : []} period={shownPeriod(status)} />
            </div>
            <MunicipalityFigures status={status} places={regionPlaces} />
          </>
        )}
      </Loaded>
    </Page>
  )
}
