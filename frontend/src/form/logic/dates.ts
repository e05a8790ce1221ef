const day = 86_400_000
const whole = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?)?/

/** The moment of a date, with or without a time, on a calendar without time zones; undefined where it is none. */
function moment(text: string): Date | undefined {
  const found = whole.exec(text)
  if (!found) return undefined
  const [year = 0, month = 0, date = 0, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map((part) => Number(part ?? 0))
  const milliseconds = Number((found[7] ?? '').padEnd(3, '0').slice(0, 3))
  const made = new Date(Date.UTC(year, month - 1, date, hour, minute, second, milliseconds))
  if (year < 100) made.setUTCFullYear(year)
  const same = made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === date && hour < 24 && minute < 60 && second < 60
  return same ? made : undefined
}

/** Days since 1970-01-01, the time of day as a fraction; null of what is no date. */
export function toDays(text: string): number | null {
  const at = moment(text)
  return at ? at.getTime() / day : null
}

/** The date of a number of days since 1970-01-01, or the first ten signs of a text where they are a date. */
export function toDate(value: unknown): string | null {
  if (typeof value === 'string') return moment(value.slice(0, 10)) ? value.slice(0, 10) : null
  if (typeof value !== 'number') return null
  const at = new Date(Math.floor(value) * day)
  return Number.isNaN(at.getTime()) || at.getUTCFullYear() > 9999 || at.getUTCFullYear() < 0 ? null : at.toISOString().slice(0, 10)
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** A date in a shape of signs: "%d.%m.%Y". A sign that is none stays as it is. */
export function formatDate(text: string, shape: string): string | null {
  const at = moment(text)
  if (!at) return null
  const two = (value: number) => String(value).padStart(2, '0')
  const signs: Readonly<Record<string, () => string>> = {
    Y: () => String(at.getUTCFullYear()).padStart(4, '0'),
    y: () => two(at.getUTCFullYear() % 100),
    m: () => two(at.getUTCMonth() + 1),
    n: () => String(at.getUTCMonth() + 1),
    b: () => months[at.getUTCMonth()] ?? '',
    d: () => two(at.getUTCDate()),
    e: () => String(at.getUTCDate()),
    H: () => two(at.getUTCHours()),
    h: () => String(at.getUTCHours()),
    M: () => two(at.getUTCMinutes()),
    S: () => two(at.getUTCSeconds()),
    3: () => String(at.getUTCMilliseconds()).padStart(3, '0'),
    a: () => weekdays[at.getUTCDay()] ?? '',
  }
  return shape.replace(/%(.)/gs, (as, sign: string) => signs[sign]?.() ?? as)
}
