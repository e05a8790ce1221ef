import { formatNumber, t } from '~/i18n'
import { type Form, isAnswered, type Item, type Value } from './form'
import type { Standing } from './logic/evaluate'
import { textIn } from './text'

const longest = { text: 1000, long_text: 10_000 }

/** The least and the most an answer may be; null where nothing is said. */
export function boundsOf({ kind, min, max }: Item): { min: number | null; max: number | null } {
  if (kind === 'percent') return { min: min ?? 0, max: max ?? 100 }
  if (kind === 'year') return { min: min ?? 1000, max: max ?? 9999 }
  if (kind === 'scale') return { min: min ?? 1, max: max ?? 5 }
  return { min: min ?? null, max: max ?? null }
}

function ofNumber(item: Item, value: number): string | undefined {
  const { min, max } = boundsOf(item)
  if (Number.isNaN(value)) return t(item.kind === 'year' ? 'form.fault.year' : 'form.fault.unreadable')
  if (item.kind === 'year' && (!Number.isInteger(value) || value < 1000 || value > 9999)) return t('form.fault.year')
  if (item.kind === 'whole' && !Number.isInteger(value)) return t('form.fault.fraction')
  if (min !== null && value < min) return t('form.fault.low', { min: item.kind === 'year' ? String(min) : formatNumber(min) })
  if (max !== null && value > max) return t('form.fault.high', { max: item.kind === 'year' ? String(max) : formatNumber(max) })
  return undefined
}

const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))

function ofText({ kind }: Item, value: string): string | undefined {
  if (kind === 'date' && !isDate(value)) return t('form.fault.date')
  if (kind === 'time' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(value)) return t('form.fault.time')
  if ((kind === 'text' || kind === 'long_text') && [...value].length > longest[kind]) return t('form.fault.long', { n: longest[kind] })
  return undefined
}

/** What is wrong with an answer that is there, in words that say how to mend it. */
export function faultOf(form: Form, item: Item, standing: Standing | undefined, value: Value | undefined, language: string): string | undefined {
  if (!standing?.visible || item.kind === 'calculated' || !isAnswered(value)) return undefined
  const own = typeof value === 'number' ? ofNumber(item, value) : typeof value === 'string' ? ofText(item, value) : undefined
  if (own) return own
  return standing.holds ? undefined : textIn(form, item.message, language).text || t('form.fault.constraint')
}

/** What is said where an answer that must be there is not; only once the person has tried to finish. */
export function lackOf(form: Form, item: Item, standing: Standing | undefined, value: Value | undefined, language: string): string | undefined {
  if (!standing?.visible || !standing.required || isAnswered(value)) return undefined
  return textIn(form, item.requiredMessage, language).text || t('form.fault.required', { name: textIn(form, item.label, language).text || item.name })
}
