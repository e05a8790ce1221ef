import type { Round } from './types'

/** What figures are looked at: those of a round, or the statistics up to a year; of the whole region, or of one cohort. Nothing: the newest there is. */
export interface Period {
  round?: string
  year?: number
  cohort?: string
}

/** Reads ?round=, ?year= and ?cohort= of the address; a round wins over a year. */
export function readPeriod(query: URLSearchParams): Period {
  const round = query.get('round')
  const cohort = query.get('cohort')
  const of = cohort ? { cohort } : {}
  if (round) return { round, ...of }
  const year = Number(query.get('year'))
  return Number.isInteger(year) && year > 0 ? { year, ...of } : of
}

/** The same as parts of an address; null takes a part away. */
export function writePeriod({ round, year, cohort }: Period): { round: string | null; year: string | null; cohort: string | null } {
  return { round: round ?? null, year: round || year === undefined ? null : String(year), cohort: cohort ?? null }
}

/** What a server gave back as the period it shows, so that charts beside it show the same. */
export function shownPeriod(status: { round?: { id: string } | undefined; year?: number | undefined; cohort?: string | undefined }): Period {
  const of = status.cohort ? { cohort: status.cohort } : {}
  if (status.round) return { round: status.round.id, ...of }
  return status.year === undefined ? of : { year: status.year, ...of }
}

/** What there is to choose among. */
export interface Periods {
  rounds: readonly Round[]
  years: readonly number[]
}

const cohortOf = ({ rounds }: Periods, { round }: Period) => rounds.find(({ id }) => id === round)?.cohort ?? ''

/** Another round or year. The cohort stays where it was chosen by itself and the round is not for another one. */
export function withTime(periods: Periods, period: Period, time: { round: string } | { year: number }): Period {
  const chosen = cohortOf(periods, period) ? undefined : period.cohort
  const cohort = cohortOf(periods, time) || chosen
  return { ...time, ...(cohort ? { cohort } : {}) }
}

const begun = ['open', 'closed', 'frozen', 'published', 'archived']

/** Another cohort, or the whole region: in the same round where it asks them, else in the newest one that does. */
export function withCohort(periods: Periods, period: Period, cohort: string): Period {
  const fits = (of: string | undefined) => !of || of === cohort
  if (fits(cohortOf(periods, period))) return { ...(period.round ? { round: period.round } : period.year === undefined ? {} : { year: period.year }), ...(cohort ? { cohort } : {}) }
  const newest = periods.rounds.find((round) => fits(round.cohort) && begun.includes(round.state))
  const year = periods.years[0]
  return { ...(newest ? { round: newest.id } : year === undefined ? {} : { year }), ...(cohort ? { cohort } : {}) }
}

/** An address with those parts that have a value. */
export function address(path: string, parts: Readonly<Record<string, string | null | undefined>>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parts)) if (value) query.set(name, value)
  const text = query.toString()
  return text ? `${path}?${text}` : path
}
