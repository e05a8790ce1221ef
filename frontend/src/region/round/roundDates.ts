/** The day of a moment where the reader is, as a date field wants it. */
export function dayOf(moment: string): string {
  const at = new Date(moment)
  return [at.getFullYear(), `${at.getMonth() + 1}`.padStart(2, '0'), `${at.getDate()}`.padStart(2, '0')].join('-')
}

/** The first moment of a day where the reader is. */
export function startOfDay(day: string): string {
  return new Date(`${day}T00:00:00`).toISOString()
}

/** The last minute of a day where the reader is: the whole of the last day counts. */
export function endOfDay(day: string): string {
  return new Date(`${day}T23:59:00`).toISOString()
}

/** The minute of a moment where the reader is, as a field for day and time wants it. */
export function minuteOf(moment: string): string {
  const at = new Date(moment)
  return `${dayOf(moment)}T${`${at.getHours()}`.padStart(2, '0')}:${`${at.getMinutes()}`.padStart(2, '0')}`
}
