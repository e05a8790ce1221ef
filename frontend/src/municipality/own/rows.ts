import type { components } from '~/api'
import { type Answers, type Form, type Item, type Row, rowNumber, type Value } from '~/form/form'
import { asRows } from '~/form/field/place'

export type Entry = components['schemas']['Entry']

/** One answer as the server keeps it: by name, and the number of its row in a repeat, else 0. */
export interface EntryKey {
  name: string
  row: number
}

export const keyText = ({ name, row }: EntryKey) => `${name}/${row}`
export function keyOf(text: string): EntryKey {
  const [name = '', row = '0'] = text.split('/')
  return { name, row: Number(row) }
}

const inner = (items: readonly Item[]): Item[] => items.flatMap((item) => (item.kind === 'group' ? inner(item.items ?? []) : item.other ? [item, { kind: 'text' as const, name: `${item.name}_other` }] : [item]))

export const repeatsOf = (form: Form): Item[] => inner(form.items).filter(({ kind }) => kind === 'repeat')

const numbersOf = (value: unknown): number[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'number') : [])

/** Answers as a form is asked with them, of entries one by one. */
export function answersOf(form: Form, entries: readonly Pick<Entry, 'name' | 'row' | 'value'>[]): Answers {
  const answers: Record<string, Value> = {}
  const at = new Map(entries.map((entry) => [keyText(entry), entry.value as Value]))
  for (const entry of entries) if (entry.row === 0) answers[entry.name] = entry.value as Value
  for (const repeat of repeatsOf(form)) {
    const items = inner(repeat.items ?? [])
    const most = Math.max(0, ...entries.filter(({ name, row }) => row > 0 && items.some((item) => item.name === name)).map(({ row }) => row))
    const numbers = repeat.count ? Array.from({ length: most }, (_, i) => i + 1) : numbersOf(at.get(keyText({ name: repeat.name, row: 0 })))
    answers[repeat.name] = numbers.map((number) => {
      const row: Record<string, Value> = { [rowNumber]: number }
      for (const { name } of items) if (at.has(keyText({ name, row: number }))) row[name] = at.get(keyText({ name, row: number })) ?? null
      return row
    })
  }
  return answers
}

/** What is asked in the rows of a repeat whose rows come and go; nothing for any other item. */
export function namesInRows(form: Form, name: string): ReadonlySet<string> {
  const repeat = repeatsOf(form).find((one) => one.name === name && !one.count)
  return new Set(inner(repeat?.items ?? []).map((item) => item.name))
}

/**
 * The entries that a changed answer is, in the order in which the server must get them: a row before what stands in it.
 * A new row's number is above used too, the highest that a row has had: the server keeps what stood in one that is gone.
 */
export function entriesOf(form: Form, name: string, before: Value | undefined, after: Value, used = 0): { value: Value; changed: { key: EntryKey; value: Value }[] } {
  const repeat = repeatsOf(form).find((one) => one.name === name)
  if (!repeat) return { value: after, changed: [{ key: { name, row: 0 }, value: after }] }
  const old = asRows(before)
  const items = inner(repeat.items ?? [])
  let last = Math.max(used, ...old.map((row) => Number(row[rowNumber])))
  const rows = asRows(after).map((row, i): Row => ({ ...row, [rowNumber]: repeat.count ? i + 1 : (row[rowNumber] ?? ++last) }))
  const numbers = (all: readonly Row[]) => all.map((row) => Number(row[rowNumber]))
  const changed: { key: EntryKey; value: Value }[] = []
  if (!repeat.count && numbers(rows).join() !== numbers(old).join()) changed.push({ key: { name, row: 0 }, value: numbers(rows) as unknown as Value })
  for (const row of rows) {
    const was = old.find((one) => one[rowNumber] === row[rowNumber])
    for (const item of items) {
      const value = row[item.name] ?? null
      if (JSON.stringify(value) !== JSON.stringify(was?.[item.name] ?? null)) changed.push({ key: { name: item.name, row: Number(row[rowNumber]) }, value })
    }
  }
  return { value: rows as unknown as Value, changed }
}

/** Every question there is, those in repeats too. */
export function allOwn(form: Form): Item[] {
  const all = inner(form.items)
  return [...all, ...all.flatMap((item) => inner(item.items ?? []))]
}

/** The item of an entry. */
export const itemOf = (form: Form, name: string): Item | undefined => allOwn(form).find((item) => item.name === name)

/** The goal of a page that asks a question: that of the outermost item around it, 0 for all goals together. */
export const goalOf = (form: Form, name: string): number => form.items.find((item) => allOwn({ ...form, items: [item] }).some((one) => one.name === name))?.goal ?? 0

/** The answer that an entry is a part of: its repeat's, or its own. */
export const placeOf = (form: Form, { name, row }: EntryKey): string => (row === 0 ? name : (repeatsOf(form).find((one) => inner(one.items ?? []).some((item) => item.name === name))?.name ?? name))

/** The answer of an entry among the answers that a form is asked with. */
export function valueAt(form: Form, answers: Answers, key: EntryKey): Value {
  const answer = answers[placeOf(form, key)]
  if (key.row === 0) return answer ?? null
  return asRows(answer).find((row) => row[rowNumber] === key.row)?.[key.name] ?? null
}
