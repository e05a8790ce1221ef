import { Select } from '~/components'
import { setQuery } from '~/app/location'
import { t } from '~/i18n'
import { type Period, withCohort, withTime, writePeriod } from './period'
import type { Round } from './types'

export interface PeriodSelectProps {
  rounds: readonly Round[]
  years: readonly number[]
  /** That can be looked at by themselves. */
  cohorts: readonly string[]
  period: Period
}

/** A round by name, with whom it is for and how far it has come. */
export function roundText({ name, cohort, state }: Pick<Round, 'name' | 'cohort' | 'state'>): string {
  const how = t(`common.round.${state}`).toLowerCase()
  return cohort ? t('status.period.cohortRound', { name, cohort, state: how }) : t('status.period.round', { name, state: how })
}

/** Chooses a round, or the statistics up to a year, and one of the cohorts; the choice stands in the address. */
export function PeriodSelect({ rounds, years, cohorts, period }: PeriodSelectProps) {
  const options = [
    ...rounds.map((round) => ({ value: `round ${round.id}`, label: roundText(round) })),
    ...years.map((year) => ({ value: `year ${year}`, label: t('status.period.year', { year: String(year) }) })),
  ]
  const chosen = period.round ? `round ${period.round}` : period.year === undefined ? '' : `year ${period.year}`
  if (options.length === 0) return null
  return (
    <>
      <Select
        id="period"
        label={t('status.period')}
        options={options}
        value={chosen}
        {...(options.some(({ value }) => value === chosen) ? {} : { empty: t('status.period.none') })}
        onChange={(value: string) => {
          const [kind, what = ''] = value.split(' ')
          setQuery(writePeriod(kind ? withTime({ rounds, years }, period, kind === 'round' ? { round: what } : { year: Number(what) }) : {}))
        }}
      />
      {cohorts.length > 0 && (
        <Select
          id="cohort"
          label={t('status.cohort')}
          options={[{ value: '', label: t('rounds.cohort.all') }, ...cohorts.map((name) => ({ value: name, label: name }))]}
          value={period.cohort ?? ''}
          onChange={(cohort: string) => setQuery(writePeriod(withCohort({ rounds, years }, period, cohort)))}
        />
      )}
    </>
  )
}
