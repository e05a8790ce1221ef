import { type Form, isAnswered, type Item, type Value } from '../form'
import { otherChoice } from './other'

/** What is wrong with an answer by itself; the texts of these say how to mend it. */
export type Wrong = 'unreadable' | 'fraction' | 'low' | 'high' | 'year' | 'step' | 'date' | 'time' | 'long' | 'choice' | 'link'

export const longest = { text: 1000, long_text: 20_000 }
const largest = 1e15

/** The least and the most an answer may be. */
export function boundsOf({ kind, min, max }: Item): { min: number; max: number } {
  const percent = kind === 'percent'
  return { min: min ?? (percent ? 0 : -largest), max: max ?? (percent ? 100 : largest) }
}

function numberWrong(item: Item, value: number): Wrong | undefined {
  const { min, max } = boundsOf(item)
  if (!Number.isFinite(value) || Math.abs(value) > largest) return item.kind === 'year' ? 'year' : 'unreadable'
  if (item.kind === 'whole' && !Number.isInteger(value)) return 'fraction'
  if (item.kind === 'year' && (!Number.isInteger(value) || value < 1000 || value > 9999)) return 'year'
  if (value < min) return 'low'
  if (value > max) return 'high'
  const steps = item.kind === 'scale' ? (value - min) / (item.step || 1) : 0
  return Math.abs(steps - Math.round(steps)) > 1e-9 ? 'step' : undefined
}

function isDate(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

const fileOrLink = /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|https?:\/\/[^\s/]\S*|mailto:[^\s@]+@\S+)$/i

function textWrong(form: Form, item: Item, text: string): Wrong | undefined {
  if ([...text].length > (item.kind === 'long_text' ? longest.long_text : longest.text)) return 'long'
  if (item.kind === 'date' && !isDate(text)) return 'date'
  if (item.kind === 'time' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) return 'time'
  if (item.kind === 'attachment' && !fileOrLink.test(text)) return 'link'
  return item.kind === 'choice' && !chooses(form, item, text) ? 'choice' : undefined
}

/** Whether a choice is in the item's list. */
function chooses(form: Form, item: Item, name: string): boolean {
  return (item.other && name === otherChoice) || (form.lists?.[item.list ?? ''] ?? []).some((one) => one.name === name)
}

/** What is wrong with an answer by itself, whatever else was answered; undefined of one that is not there. */
export function wrongOf(form: Form, item: Item, value: Value | undefined): Wrong | undefined {
  if (!isAnswered(value)) return undefined
  if (typeof value === 'number') return numberWrong(item, value)
  if (typeof value === 'string') return textWrong(form, item, value.trim())
  if (Array.isArray(value)) return item.kind !== 'repeat' && value.some((name) => !chooses(form, item, String(name))) ? 'choice' : undefined
  return item.kind === 'parts' && Object.values(value as object).some((part) => part !== null && numberWrong({ ...item, kind: 'decimal' }, part as number)) ? 'unreadable' : undefined
}
