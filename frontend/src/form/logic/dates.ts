const day = 86_400_000
const firstYear = 1000
const lastYear = 9999

// An offset from UTC is read over, as people mean the clock on their wall.
const written = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/

/** The moment of a date, with or without a time; undefined where it is none between the years 1000 and 9999. */
function moment(text: string): Date | undefined {
  const parts = written.exec(text)
  if (!parts) return undefined
  const [year = 0, month = 0, date = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map((part) => Number(part ?? 0))
  const at = new Date(Date.UTC(year, month - 1, date, hour, minute, second, Number((parts[7] ?? '').padEnd(3, '0'))))
  const real = at.getUTCMonth() === month - 1 && at.getUTCDate() === date && hour < 24 && minute < 60 && second < 60
  return real && year >= firstYear ? at : undefined
}

/** Days since 1970-01-01, the time of day as a fraction; null of what is no date. */
export function daysOf(text: string): number | null {
  const at = moment(text)
  return at ? at.getTime() / day : null
}

/** The date so many days after 1970-01-01, or the one that a text begins with. */
export function dateOf(value: number | string): string | null {
  const at = typeof value === 'string' ? moment(value.slice(0, 10)) : new Date(Math.floor(value) * day)
  const year = at?.getUTCFullYear() ?? NaN
  return at && year >= firstYear && year <= lastYear ? at.toISOString().slice(0, 10) : null
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const two = (value: number) => String(value).padStart(2, '0')

/** The parts of a date put into a text; null where a sign after % is none of them. */
export function formatDate(text: string, shape: string): string | null {
  const at = moment(text)
  if (!at || /%(?![%YymnbdeaHhMS3])/.test(shape.replace(/%%/g, ''))) return null
  const parts: Readonly<Record<string, string | number | undefined>> = {
    Y: at.getUTCFullYear(),
    y: two(at.getUTCFullYear() % 100),
    m: two(at.getUTCMonth() + 1),
    n: at.getUTCMonth() + 1,
    b: months[at.getUTCMonth()],
    d: two(at.getUTCDate()),
    e: at.getUTCDate(),
    a: weekdays[at.getUTCDay()],
    H: two(at.getUTCHours()),
    h: at.getUTCHours(),
    M: two(at.getUTCMinutes()),
    S: two(at.getUTCSeconds()),
    3: String(at.getUTCMilliseconds()).padStart(3, '0'),
    '%': '%',
  }
  return shape.replace(/%(.)/gsu, (_, sign: string) => String(parts[sign]))
}
