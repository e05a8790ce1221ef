import type { components } from '~/api'

/** What is read is not changed in place. */
type Read<T> = T extends readonly (infer E)[] ? readonly Read<E>[] : T extends object ? { [K in keyof T]: Read<T[K]> } : T

type Schemas = components['schemas']

/** A questionnaire's own questions as the server stores and ships them. */
export type Form = Read<Schemas['Form']>
/** A question, a note, or a group or repeat of items. */
export type Item = Read<Schemas['FormItem']>
export type Kind = Item['kind']
export type Part = Read<Schemas['FormPart']>
export type Choice = Read<Schemas['FormChoice']>
/** A text by language; one that is missing falls back to the form's first language. */
export type Text = Read<Schemas['FormText']>

/** The kinds that people answer. */
export const answeredKinds = [
  'whole', 'decimal', 'percent', 'money', 'text', 'long_text', 'choice', 'choices', 'yes_no', 'date', 'time',
  'year', 'scale', 'ranking', 'attachment', 'parts',
] as const satisfies readonly Kind[]

/** One row of a repeat: its answers by name. */
export type Row = Readonly<Record<string, Value>>

/** Where a row keeps a number that stays with it while rows come and go. No item can be called so. */
export const rowNumber = '#'

/** An answer. Null: none is there, which is never zero. */
export type Value = null | boolean | number | string | readonly string[] | Readonly<Record<string, number | null>> | readonly Row[]

/** Answers by the name of their item, as they are kept: also those of items that are hidden now. */
export type Answers = Readonly<Record<string, Value>>

/** Whether an answer is there at all. */
export function isAnswered(value: Value | undefined): boolean {
  if (value === null || value === undefined || value === '') return false
  if (typeof value !== 'object') return true
  if (Array.isArray(value)) return value.length > 0
  return Object.values(value).some((part) => part !== null)
}
