import { isAnswered, type Value } from '../form'
import { dateOf, daysOf, formatDate } from './dates'
import { numeral, pow, round } from './numbers'

/** When an expression is asked, and what the choices of the form's lists are called: what it sees besides the answers. */
export interface Asking {
  /** Local time: 2026-11-23T14:02:00. */
  now: string
  /** The name of a choice of a list in the form's first language. */
  label: (list: string, name: string) => string | undefined
}

type Given = (...given: unknown[]) => unknown

const isNumber = (value: unknown): value is number => typeof value === 'number'
const isText = (value: unknown): value is string => typeof value === 'string'
const finite = (value: unknown) => (isNumber(value) && !Number.isFinite(value) ? null : value)

/** A function that gives null where something it is given is not of its type, and for what is no number that counts. */
const of =
  <T>(is: (value: unknown) => value is T, compute: (...values: T[]) => unknown): Given =>
  (...given) =>
    given.every(is) ? finite(compute(...given)) : null

/** Over the numbers of a list that are there; null of none, as not answered is never zero. */
const overNumbers =
  (compute: (all: number[]) => number): Given =>
  (list) => {
    const all = Array.isArray(list) ? list.filter((one) => one !== null) : []
    return all.length > 0 && all.every(isNumber) ? finite(compute(all)) : null
  }

const total = (all: number[]) => all.reduce((sum, one) => sum + one, 0)

function text(value: unknown): string {
  if (isNumber(value)) return Number.isFinite(value) ? String(value) : ''
  if (Array.isArray(value)) return texts(value).join(' ')
  return isText(value) || typeof value === 'boolean' ? String(value) : ''
}

const texts = (list: readonly unknown[]) => list.filter((one) => one !== null).map(text)

function number(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0
  return finite(isText(value) ? numeral(value) : isNumber(value) ? value : null)
}

const place = (at: unknown, length: number) => Math.trunc(Math.min(Math.max(at as number, 0), length))

const substr: Given = (value, ...places) => {
  if (!isText(value) || !places.every((at) => isNumber(at) && Number.isFinite(at))) return null
  const signs = [...value]
  const [from = 0, to = signs.length] = places.map((at) => place(at, signs.length))
  return signs.slice(from, Math.max(from, to)).join('')
}

// Letters change case one by one, as what a whole word turns into differs between languages.
const inCase = (change: (letter: string) => string) =>
  of(isText, (value) => Array.from(value, (letter) => ([...change(letter)].length === 1 ? change(letter) : letter)).join(''))

const patterns = new Map<string, RegExp>()

function matches(value: string, source: string): boolean {
  let pattern = patterns.get(source)
  if (!pattern) patterns.set(source, (pattern = new RegExp(source, 'u')))
  return pattern.test(value)
}

const selected: Given = (chosen, name) => name !== null && (Array.isArray(chosen) ? chosen.includes(name) : chosen === name)
const length: Given = (value) => (isText(value) ? [...value].length : Array.isArray(value) ? value.length : null)
const join: Given = (list, between) => (Array.isArray(list) && isText(between) ? texts(list).join(between) : null)

/** The whole library, by the signature of each: the server's, as the table of cases has it. */
export function functions(asking: () => Asking): Readonly<Record<string, Given>> {
  return {
    'answered(dyn): bool': (value) => isAnswered(value as Value) || value === '',
    'coalesce(dyn, dyn): dyn': (first, second) => first ?? second,
    'none(): dyn': () => null,
    'selected(dyn, dyn): bool': selected,
    'count(dyn): dyn': (list) => (Array.isArray(list) ? list.filter((one) => one !== null).length : null),
    'length(dyn): dyn': length,
    'sum(dyn): dyn': overNumbers(total),
    'mean(dyn): dyn': overNumbers((all) => total(all) / all.length),
    'min(dyn): dyn': overNumbers((all) => Math.min(...all)),
    'max(dyn): dyn': overNumbers((all) => Math.max(...all)),
    'text(dyn): string': text,
    'number(dyn): dyn': number,
    'join(dyn, dyn): dyn': join,
    'words(dyn): dyn': of(isText, (value) => value.match(/[^ \t\r\n]+/g) ?? []),
    'contains(dyn, dyn): dyn': of(isText, (value = '', part = '') => value.includes(part)),
    'startsWith(dyn, dyn): dyn': of(isText, (value = '', part = '') => value.startsWith(part)),
    'endsWith(dyn, dyn): dyn': of(isText, (value = '', part = '') => value.endsWith(part)),
    'matches(dyn, dyn): dyn': of(isText, (value = '', source = '') => matches(value, source)),
    'substr(dyn, dyn): dyn': substr,
    'substr(dyn, dyn, dyn): dyn': substr,
    'trim(dyn): dyn': of(isText, (value) => value.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '')),
    'lower(dyn): dyn': inCase((letter) => letter.toLowerCase()),
    'upper(dyn): dyn': inCase((letter) => letter.toUpperCase()),
    'round(dyn): dyn': of(isNumber, (value) => round(value)),
    'round(dyn, dyn): dyn': of(isNumber, round),
    'trunc(dyn): dyn': of(isNumber, Math.trunc),
    'floor(dyn): dyn': of(isNumber, Math.floor),
    'ceil(dyn): dyn': of(isNumber, Math.ceil),
    'abs(dyn): dyn': of(isNumber, Math.abs),
    'sqrt(dyn): dyn': of(isNumber, Math.sqrt),
    'mod(dyn, dyn): dyn': of(isNumber, (value = 0, by = 0) => value % by),
    'pow(dyn, dyn): dyn': of(isNumber, (base = 0, exponent = 0) => pow(base, exponent)),
    'today(): string': () => asking().now.slice(0, 10),
    'now(): string': () => asking().now,
    'days(dyn): dyn': of(isText, daysOf),
    'date(dyn): dyn': (value) => (isText(value) || (isNumber(value) && Number.isFinite(value)) ? dateOf(value) : null),
    'formatDate(dyn, dyn): dyn': of(isText, (date = '', shape = '') => formatDate(date, shape)),
    'label(dyn, dyn): dyn': of(isText, (list = '', name = '') => asking().label(list, name) ?? null),
  }
}
