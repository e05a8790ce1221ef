import { Select } from '~/components'
import { setQuery } from '~/app/location'
import { t } from '~/i18n'
import { type Period, writePeriod } from './period'
import type { Round } from './types'

export interface PeriodSelectProps {
  rounds: readonly Round[]
  years: readonly number[]
  period: Period
}

/** Chooses a round, or the statistics up to a year; the choice stands in the address. */
export function PeriodSelect({ rounds, years, period }: PeriodSelectProps) {
  const options = [
    ...rounds.map(({ id, name, state }) => ({ value: `round ${id}`, label: t('status.period.round', { name, state: t(`common.round.${state}`).toLowerCase() }) })),
    ...years.map((year) => ({ value: `year ${year}`, label: t('status.period.year', { year: String(year) }) })),
  ]
  const chosen = period.round ? `round ${period.round}` : period.year === undefined ? '' : `year ${period.year}`
  if (options.length === 0) return null
  return (
    <Select
      id="period"
      label={t('status.period')}
      options={options}
      value={chosen}
      {...(options.some(({ value }) => value === chosen) ? {} : { empty: t('status.period.none') })}
      onChange={(value: string) => {
        const [kind, what = ''] = value.split(' ')
        setQuery(writePeriod(kind === 'round' ? { round: what } : kind === 'year' ? { year: Number(what) } : {}))
      }}
    />
  )
}
