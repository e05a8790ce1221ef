/** A text by language; one that is missing falls back to the form's first language. */
export type Text = Readonly<Record<string, string>>

export const answeredKinds = [
  'whole', 'decimal', 'percent', 'money', 'text', 'long_text', 'choice', 'choices', 'yes_no', 'date', 'time',
  'year', 'scale', 'ranking', 'attachment', 'parts',
] as const
export type Kind = (typeof answeredKinds)[number] | 'note' | 'calculated' | 'group' | 'repeat'

export interface Part {
  name: string
  label: Text
  unit?: Text
}

export interface Choice {
  name: string
  label: Text
  attributes?: Readonly<Record<string, string>>
}

/** A question, a note, or a group or repeat of items. */
export interface Item {
  kind: Kind
  name: string
  label?: Text
  hint?: Text
  goal?: number
  indicator?: string
  visible?: string
  required?: string
  requiredMessage?: Text
  constraint?: string
  message?: Text
  calculate?: string
  default?: string
  readOnly?: boolean
  list?: string
  filter?: string
  other?: boolean
  unit?: Text
  currency?: string
  min?: number
  max?: number
  step?: number
  parts?: readonly Part[]
  items?: readonly Item[]
  count?: string
}

/** A questionnaire's own questions as the server stores and ships them. */
export interface Form {
  id: string
  version: string
  title: Text
  languages: readonly string[]
  items: readonly Item[]
  lists?: Readonly<Record<string, readonly Choice[]>>
}

/** One row of a repeat: its answers by name. */
export type Row = Readonly<Record<string, Value>>

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
