import { Link } from '~/app/Link'
import { setQuery } from '~/app/location'
import { ChartFigure, Select } from '~/components'
import { t } from '~/i18n'
import type { Period } from './period'
import type { Places } from './places'
import type { StatusRow } from './types'

/** One municipality of one's choice beside its region. */
export function Comparison({ rows, region, period, chosen, places }: { rows: readonly StatusRow[]; region: string; period: Period; chosen: string | null; places: Places }) {
  // Before anything is chosen: the first that has something to compare.
  const one = (rows.find(({ municipality }) => municipality.id === chosen) ?? rows.find(({ goals }) => goals.some(({ covered }) => covered)) ?? rows[0])?.municipality
  if (!one) return null
  return (
    <div class="stack">
      <div class="no-print">
        <Select
          id="municipality-pick"
          label={t('status.municipalityPick')}
          options={rows.map(({ municipality }) => ({ value: municipality.id, label: municipality.name }))}
          value={one.id}
          onChange={(municipality: string) => setQuery({ municipality })}
        />
      </div>
      <ChartFigure chart="comparison" level={3} query={{ region, ...period, municipality: one.id }} />
      <p>
        <Link to={places.municipality(region, one.id, period)}>{one.name}</Link>
      </p>
    </div>
  )
}
