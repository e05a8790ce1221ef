import { formatDate, toDate, toDays } from './dates'
import { pattern } from './pattern'
import { numberText } from './numberText'

/** When and for whom a form is asked: what expressions see of the world besides the answers. */
export interface Asking {
  /** Local time: 2026-11-23T14:02:00. */
  now: string
  /** What a choice of a list is called in the reader's language; "" of none. */
  label: (list: string, name: string) => string
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)
const isNumber = (value: unknown): value is number => typeof value === 'number'
const numbers = (list: unknown): number[] => (Array.isArray(list) ? list.map(double).filter(isNumber) : [])

/** Counts are big integers in CEL, answers doubles. */
function double(value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value
}

function number(value: unknown): number | null {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'string') return /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/.test(value) ? finite(Number(value)) : null
  const plain = double(value)
  return isNumber(plain) ? finite(plain) : null
}

function text(value: unknown): string {
  const plain = double(value)
  if (plain === null || plain === undefined) return ''
  if (isNumber(plain)) return numberText(plain)
  return Array.isArray(plain) ? plain.map(text).join(' ') : String(plain)
}

/** A function of numbers that gives null where one of them is none, or where the result is not finite. */
const ofNumbers =
  (compute: (...values: number[]) => number) =>
  (...values: unknown[]) => {
    const plain = values.map(double)
    return plain.every(isNumber) ? finite(compute(...plain)) : null
  }

const ofText =
  <R>(compute: (text: string, ...more: unknown[]) => R) =>
  (value: unknown, ...more: unknown[]) =>
    typeof value === 'string' && more.every((one) => one !== null) ? compute(value, ...more.map(double)) : null

const round = ofNumbers((value, digits = 0) => {
  const scale = 10 ** Math.trunc(digits)
  return Math.floor(value * scale + 0.5) / scale
})
const substr = ofText((value, from, to = Infinity) => [...value].slice(Math.max(0, from as number), Math.max(0, to as number)).join(''))

/** The functions besides CEL's own, by their signature. What they are given is any answer, or null. */
export function functions(asking: () => Asking): Readonly<Record<string, (...given: never[]) => unknown>> {
  return {
    'number(dyn): dyn': number,
    'text(dyn): dyn': text,
    'round(dyn): dyn': round,
    'round(dyn, dyn): dyn': round,
    'floor(dyn): dyn': ofNumbers(Math.floor),
    'ceil(dyn): dyn': ofNumbers(Math.ceil),
    'abs(dyn): dyn': ofNumbers(Math.abs),
    'sqrt(dyn): dyn': ofNumbers(Math.sqrt),
    'pow(dyn, dyn): dyn': ofNumbers(Math.pow),
    'mod(dyn, dyn): dyn': ofNumbers((x, y) => x % y),
    'sum(dyn): dyn': (list: unknown) => (list === null ? null : finite(numbers(list).reduce((all, one) => all + one, 0))),
    'min(dyn): dyn': (list: unknown) => finite(Math.min(...numbers(list))),
    'max(dyn): dyn': (list: unknown) => finite(Math.max(...numbers(list))),
    'join(dyn, dyn): dyn': (list: unknown, separator: unknown) => (Array.isArray(list) && typeof separator === 'string' ? list.map(text).join(separator) : null),
    'words(dyn): dyn': ofText((value) => value.match(/[^ \t\n\r]+/g) ?? []),
    'substr(dyn, dyn): dyn': substr,
    'substr(dyn, dyn, dyn): dyn': substr,
    'trim(dyn): dyn': ofText((value) => value.trim()),
    'lower(dyn): dyn': ofText((value) => value.toLowerCase()),
    'upper(dyn): dyn': ofText((value) => value.toUpperCase()),
    'today(): string': () => asking().now.slice(0, 10),
    'now(): string': () => asking().now,
    'days(dyn): dyn': ofText(toDays),
    'date(dyn): dyn': (value: unknown) => toDate(double(value)),
    'formatDate(dyn, dyn): dyn': ofText((value, shape) => formatDate(value, String(shape))),
    'label(dyn, dyn): dyn': ofText((list, name) => asking().label(list, String(name))),
    'string.matchesRE2(string): bool': (value: string, source: string) => pattern(source).test(value),
  }
}
