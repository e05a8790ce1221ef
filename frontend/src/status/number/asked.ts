import { address, type Period, writePeriod } from '../period'

/** Which number is asked about: that of an indicator or of a goal, of one municipality or of the whole region. */
export interface Asked {
  region: string
  number: string
  municipality?: string | undefined
}

/** A number is named by the code of an indicator or by the digits of a goal. */
export function ofNumber(number: string): { goal: number } | { indicator: string } {
  return /^\d{1,2}$/.test(number) ? { goal: Number(number) } : { indicator: number }
}

/** Where a number is followed down to what it was made of. */
export function numberPlace({ region, number, municipality }: Asked, period: Period): string {
  return address(`/numbers/${region}/${number}`, { municipality, ...writePeriod(period) })
}
