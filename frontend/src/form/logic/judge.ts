import { type Choice, type Form, isAnswered, type Item } from '../form'
import { type Standing, seen } from './evaluate'
import { expression, holds, type Scope } from './expression'
import { otherChoice } from './other'

/** Says of a value what must be mended in the light of the other answers. */
export function judge(form: Form, item: Item, standing: Standing, scope: Scope): void {
  if (!standing.visible) return
  standing.required = Boolean(item.required) && holds(item.required as string, scope)
  if (item.list !== undefined) standing.choices = choicesOf(form, item, scope)
  const { value } = standing
  if (item.kind === 'repeat' || !isAnswered(value)) return
  const left = new Set(standing.choices.map(({ name }) => name))
  const chosen = item.list === undefined ? [] : Array.isArray(value) ? (value as readonly string[]) : [value as string]
  if (chosen.some((name) => name !== otherChoice && !left.has(name))) standing.wrong = 'filtered'
  else if (item.kind === 'parts' && (item.parts ?? []).some(({ name }) => ((value as Record<string, number | null>)[name] ?? null) === null)) standing.wrong = 'parts'
  else if (item.kind === 'ranking' && chosen.length < left.size) standing.wrong = 'ranking'
  else if (item.constraint && expression(item.constraint)(withName(scope, 'value', seen(item, value))) === false) standing.wrong = 'constraint'
}

/** The choices of an item that its filter leaves. */
function choicesOf(form: Form, item: Item, scope: Scope): readonly Choice[] {
  const choices = form.lists?.[item.list ?? ''] ?? []
  if (!item.filter) return choices
  const without = Object.fromEntries(choices.flatMap(({ attributes }) => Object.keys(attributes ?? {})).map((attribute) => [attribute, null]))
  return choices.filter(({ name, attributes }) => holds(item.filter as string, withName(scope, 'choice', { ...without, ...attributes, name })))
}

/** A scope with one more name. No item is called so. */
function withName(scope: Scope, name: string, value: unknown): Scope {
  return new Proxy(scope, { get: (around, wanted: string) => (wanted === name ? value : around[wanted]) })
}
