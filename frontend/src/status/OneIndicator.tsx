import { api, call } from '~/api'
import { Link } from '~/app/Link'
import { setQuery } from '~/app/location'
import { ChartFigure, Loaded, Select, Skeleton } from '~/components'
import { useLoad } from '~/hooks'
import { t } from '~/i18n'
import type { Period } from './period'
import type { Places } from './places'
import { useIndicators } from './useIndicators'

export interface OneIndicatorProps {
  region: string
  period: Period
  catalogue: string | undefined
  /** Code from the address; the first of the catalogue when empty. */
  chosen: string | null
  places: Places
}

/** An indicator of one's choice: how the municipalities are spread, and how it has gone. */
export function OneIndicator({ region, period, catalogue, chosen, places }: OneIndicatorProps) {
  const load = useIndicators(catalogue)
  return (
    <Loaded load={load} skeleton={<Skeleton lines={6} />}>
      {(indicators) => {
        const one = indicators.find(({ code }) => code === chosen) ?? indicators[0]
        if (!one) return null
        return (
          <div class="stack">
            <div class="no-print">
              <Select
                id="indicator-pick"
                label={t('status.indicatorPick')}
                options={indicators.map(({ code, goal, name }) => ({ value: code, label: `${goal}. ${name}` }))}
                value={one.code}
                onChange={(indicator: string) => setQuery({ indicator })}
              />
            </div>
            <Judged region={region} period={period} code={one.code} />
            <ChartFigure chart="distribution" level={3} query={{ region, ...period, indicator: one.code }} />
            <ChartFigure chart="trend" level={3} query={{ region, ...period, indicator: one.code }} />
            <p>
              <Link to={places.indicator(region, one.code, period, catalogue)}>{t('status.rowsTitle')}: {one.name}</Link>
            </p>
          </div>
        )
      }}
    </Loaded>
  )
}

/** Says so where neither the catalogue nor the region has said what is good: then there are values, and no colour. */
function Judged({ region, period, code }: { region: string; period: Period; code: string }) {
  const load = useLoad(
    (signal) => call(api.GET('/status/regions/{regionId}/indicators/{code}', { params: { path: { regionId: region, code }, query: period }, signal })),
    [region, code, period.round, period.year, period.cohort],
  )
  if (!load.data || load.data.bounds.lower !== undefined) return null
  return <p>{t('status.notScored')}</p>
}
