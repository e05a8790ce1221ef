/** What figures are looked at: those of a round, or the statistics up to a year. Neither: the newest there is. */
export interface Period {
  round?: string
  year?: number
}

/** Reads ?round= and ?year= of the address; a round wins. */
export function readPeriod(query: URLSearchParams): Period {
  const round = query.get('round')
  if (round) return { round }
  const year = Number(query.get('year'))
  return Number.isInteger(year) && year > 0 ? { year } : {}
}

/** The same as parts of an address; null takes a part away. */
export function writePeriod({ round, year }: Period): { round: string | null; year: string | null } {
  return { round: round ?? null, year: round || year === undefined ? null : String(year) }
}

/** What a server gave back as the period it shows, so that charts beside it show the same. */
export function shownPeriod(status: { round?: { id: string } | undefined; year?: number | undefined }): Period {
  if (status.round) return { round: status.round.id }
  return status.year === undefined ? {} : { year: status.year }
}

/** An address with those parts that have a value. */
export function address(path: string, parts: Readonly<Record<string, string | null | undefined>>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parts)) if (value) query.set(name, value)
  const text = query.toString()
  return text ? `${path}?${text}` : path
}
