import { language } from './t'
import { locales } from './language'

/** An en dash stands for "no figure" in tables; a screen reader gets words beside it. */
export const noFigure = '–'

const cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>()

function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `n${locales[language()]}${JSON.stringify(options)}`
  let format = cache.get(key) as Intl.NumberFormat | undefined
  if (!format) cache.set(key, (format = new Intl.NumberFormat(locales[language()], options)))
  return format
}

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `d${locales[language()]}${JSON.stringify(options)}`
  let format = cache.get(key) as Intl.DateTimeFormat | undefined
  if (!format) cache.set(key, (format = new Intl.DateTimeFormat(locales[language()], options)))
  return format
}

/** A number in the locale. decimals fixes the number of them; without it at most three are shown, as many as are needed. */
export function formatNumber(value: number | null | undefined, decimals?: number): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return noFigure
  return numberFormat(
    decimals === undefined ? { maximumFractionDigits: 3 } : { minimumFractionDigits: decimals, maximumFractionDigits: decimals },
  ).format(value)
}

/** A share from 0 to 1 as per cent, with the locale's own spacing. */
export function formatShare(share: number | null | undefined, decimals = 0): string {
  if (share === null || share === undefined || !Number.isFinite(share)) return noFigure
  return numberFormat({ style: 'percent', minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(share)
}

/** A number as it would be typed: locale's decimal sign, no grouping. For the value of a field. */
export function writeNumber(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return ''
  return numberFormat({ useGrouping: false, maximumFractionDigits: 20 }).format(value).replace('\u2212', '-')
}

type Moment = string | number | Date

// A plain date (2026-05-01) is a day on the calendar, not a moment: it must not move with the time zone.
function moment(value: Moment): { date: Date; timeZone?: string } {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return { date: new Date(`${value}T00:00:00Z`), timeZone: 'UTC' }
  return { date: new Date(value) }
}

/** "1. mai 2026" / "1 May 2026". */
export function formatDate(value: Moment): string {
  const { date, ...zone } = moment(value)
  return dateFormat({ day: 'numeric', month: 'long', year: 'numeric', ...zone }).format(date)
}

/** "1. mai 2026", "18. nov. 2026": for cells of tables. */
export function formatShortDate(value: Moment): string {
  const { date, ...zone } = moment(value)
  return dateFormat({ day: 'numeric', month: 'short', year: 'numeric', ...zone }).format(date)
}

/** The day of a closing moment: one at midnight closes the day before. */
export function formatLastDay(moment: string): string {
  return formatDate(new Date(Date.parse(moment) - 1))
}

/** "1. mai 2026, 14:02". */
export function formatDateTime(value: Moment): string {
  return dateFormat({ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(new Date(value))
}

/** "14:02". */
export function formatTime(value: Moment): string {
  return dateFormat({ hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(value))
}

/** Words in a row: "Gol, Ål og Hol". */
export function formatList(words: readonly string[]): string {
  return new Intl.ListFormat(locales[language()], { type: 'conjunction' }).format(words)
}
