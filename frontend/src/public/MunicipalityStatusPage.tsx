import { api, call } from '~/api'
import { usePlace } from '~/app/location'
import { Page } from '~/app/Page'
import type { PageProps } from '~/app/routes'
import { Loaded, Skeleton } from '~/components'
import { useLoad } from '~/hooks'
import { t } from '~/i18n'
import { MunicipalityFigures, PeriodSelect, publicPlaces, readPeriod, shownPeriod } from '~/status'

export default function MunicipalityStatusPage({ params }: PageProps) {
  const region = params['regionId'] ?? ''
  const organisationId = params['municipalityId'] ?? ''
  const period = readPeriod(usePlace().query)
  const load = useLoad(
    (signal) => call(api.GET('/status/municipalities/{organisationId}', { params: { path: { organisationId }, query: { region, ...period } }, signal })),
    [region, organisationId, period.round, period.year, period.cohort],
  )
  const data = load.data
  return (
    <Page
      title={data ? t('public.status.municipalityTitle', { name: data.municipality.name, region: data.region.name }) : t('public.status.title')}
      lead={t('public.status.municipalityLead')}
      back={{ to: publicPlaces.region(region, period), label: data ? t('public.status.regionTitle', { name: data.region.name }) : t('public.status.title') }}
      wide
    >
      <Loaded load={load} skeleton={<Skeleton lines={12} />}>
        {(status) => (
          <>
            <div class="lookup">
              <PeriodSelect rounds={status.rounds} years={status.years} cohorts={status.cohort ? [status.cohort] : []} period={shownPeriod(status)} />
            </div>
            <MunicipalityFigures status={status} places={publicPlaces} />
          </>
        )}
      </Loaded>
    </Page>
  )
}
