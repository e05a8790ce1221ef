import { api, call } from '~/api'
import { navigate, usePlace } from '~/app/location'
import { Page } from '~/app/Page'
import type { PageProps } from '~/app/routes'
import { Loaded, Select, Skeleton } from '~/components'
import { useLoad } from '~/hooks'
import { t } from '~/i18n'
import { PeriodSelect, publicPlaces, readPeriod, regionOption, RegionFigures, shownPeriod, useRegions } from '~/status'

export default function RegionStatusPage({ params }: PageProps) {
  const id = params['regionId'] ?? ''
  const period = readPeriod(usePlace().query)
  const regions = useRegions()
  const load = useLoad((signal) => call(api.GET('/status/regions/{regionId}', { params: { path: { regionId: id }, query: period }, signal })), [id, period.round, period.year, period.cohort])
  const name = load.data?.region.name ?? regions.data?.find((region) => region.id === id)?.name
  return (
    <Page title={name ? t('public.status.regionTitle', { name }) : t('public.status.title')} back={{ to: '/status', label: t('public.status.all') }} wide>
      <Loaded load={load} skeleton={<Skeleton lines={12} />}>
        {(status) => (
          <>
            <div class="lookup" role="group" aria-label={t('status.choose')}>
              <Select
                id="region"
                label={t('status.region')}
                options={(regions.data ?? [status.region]).map((region) => ({ value: region.id, label: regionOption(region) }))}
                value={id}
                onChange={(region: string) => navigate(publicPlaces.region(region, {}))}
              />
              <PeriodSelect rounds={status.rounds} years={status.years} cohorts={status.cohorts} period={shownPeriod(status)} />
            </div>
            <RegionFigures status={status} places={publicPlaces} />
          </>
        )}
      </Loaded>
    </Page>
  )
}
