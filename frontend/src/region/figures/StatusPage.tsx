import { api, call } from '~/api'
import { setQuery, usePlace } from '~/app/location'
import { Page } from '~/app/Page'
import { EmptyState, Loaded, Select, Skeleton } from '~/components'
import { useLoad } from '~/hooks'
import { t } from '~/i18n'
import { type Period, PeriodSelect, readPeriod, type Region, regionOption, RegionFigures, regionPlaces, shownPeriod, useRegions } from '~/status'
import { MakePaperLink } from '~/papers/MakePaperLink'
import { useChosenRegion, useMayRun } from '../chosen'

/** The figures of the own region, or of a county or the country beside it; what stands where is in the address. */
export default function StatusPage() {
  const { query } = usePlace()
  const chosen = useChosenRegion()
  const mayRun = useMayRun()
  const regions = useRegions()
  const id = query.get('region') ?? chosen.id
  const name = regions.data?.find((region) => region.id === id)?.name
  return (
    <Page title={name ? t('region.status.title', { name }) : t('common.nav.regionStatus')} wide>
      {id ? (
        <Figures key={id} region={id} regions={regions.data} own={id === chosen.id && mayRun} period={readPeriod(query)} />
      ) : chosen.none ? (
        <EmptyState title={t('region.none')}>
          <p>{t('region.noneHelp')}</p>
        </EmptyState>
      ) : (
        <Skeleton lines={12} />
      )}
    </Page>
  )
}

function Figures({ region, regions, own, period }: { region: string; regions: readonly Region[] | undefined; own: boolean; period: Period }) {
  const load = useLoad((signal) => call(api.GET('/status/regions/{regionId}', { params: { path: { regionId: region }, query: period }, signal })), [region, period.round, period.year, period.cohort])
  return (
    <Loaded load={load} skeleton={<Skeleton lines={12} />}>
      {(status) => (
        <>
          <div class="lookup" role="group" aria-label={t('status.choose')}>
            <Select
              id="region"
              label={t('status.region')}
              options={(regions ?? [status.region]).map((one) => ({ value: one.id, label: regionOption(one) }))}
              value={region}
              onChange={(next: string) => setQuery({ region: next, round: null, year: null, cohort: null, indicator: null, municipality: null })}
            />
            <PeriodSelect rounds={status.rounds} years={status.years} cohorts={status.cohorts} period={shownPeriod(status)} />
          </div>
          {own && <MakePaperLink round={status.round} to="/region/papers" region={region} />}
          <RegionFigures status={status} places={regionPlaces} />
        </>
      )}
    </Loaded>
  )
}
