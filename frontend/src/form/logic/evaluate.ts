import { type Answers, type Choice, type Form, isAnswered, type Item, type Row, type Value } from '../form'
import { ask } from './environment'
import { expression, holds, type Scope } from './expression'
import type { Asking } from './functions'
import { planOf, type Step } from './plan'

/** How it stands with one item, given all answers. */
export interface Standing {
  visible: boolean
  required: boolean
  /** As conditions see it: null while it is hidden. */
  value: Value
  /** False where an answer is there and its constraint does not hold. */
  holds: boolean
  /** The choices that are left by the filter. */
  choices: readonly Choice[]
  /** One per row of a repeat. */
  rows: readonly Standings[]
}

export type Standings = ReadonlyMap<string, Standing>

/** What conditions see where nothing is answered: a list is empty and figures have no value, all else is null. */
function unanswered({ kind, parts }: Item): unknown {
  if (kind === 'choices' || kind === 'ranking' || kind === 'repeat') return []
  return kind === 'parts' ? Object.fromEntries((parts ?? []).map(({ name }) => [name, null])) : null
}

/** How it stands with every item of a form that has a value, by name. */
export function evaluate(form: Form, answers: Answers, asking: Pick<Asking, 'now'>): Standings {
  const { steps } = planOf(form)
  const first = form.languages[0] ?? ''
  ask({ now: asking.now, label: (list, name) => form.lists?.[list]?.find((one) => one.name === name)?.label[first] })
  const scope: Scope = {}
  for (const { item } of steps) scope[item.name] = unanswered(item)
  return standingsOf(form, steps, answers, scope)
}

/** A value as conditions see it: figures with each of their parts. */
function seen(item: Item, value: Value): unknown {
  if (value === null) return unanswered(item)
  return item.kind === 'parts' ? { ...(unanswered(item) as object), ...(value as object) } : value
}

/** First every value, in the order of what looks at what; then what is said of the values. */
function standingsOf(form: Form, steps: readonly Step[], answers: Row, scope: Scope): Map<string, Standing> {
  const standings = new Map<string, Standing>()
  for (const step of steps) {
    const { item, within, row } = step
    const visible = within.every((text) => holds(text, scope))
    const standing: Standing = { visible, required: false, value: null, holds: true, choices: [], rows: [] }
    standings.set(item.name, standing)
    if (!visible) continue
    if (item.kind === 'repeat') {
      const inRow = Object.fromEntries(row.map((inner) => [inner.item.name, unanswered(inner.item)]))
      standing.rows = rowsOf(item, answers[item.name], scope).map((one) => standingsOf(form, row, one, { ...scope, ...inRow }))
      standing.value = standing.rows.map((one) => Object.fromEntries(row.map((inner) => [inner.item.name, seen(inner.item, one.get(inner.item.name)?.value ?? null)])) as Row)
    } else {
      const given = item.calculate ? (expression(item.calculate)(scope) as Value | undefined) : answers[item.name]
      standing.value = isAnswered(given) && !Number.isNaN(given) ? (given as Value) : null
    }
    scope[item.name] = seen(item, standing.value)
  }
  for (const { item } of steps) {
    const standing = standings.get(item.name)
    if (standing?.visible) describe(form, item, standing, scope)
  }
  return standings
}

function describe(form: Form, item: Item, standing: Standing, scope: Scope): void {
  standing.required = Boolean(item.required) && holds(item.required as string, scope)
  if (item.constraint && standing.value !== null) {
    scope['value'] = seen(item, standing.value)
    standing.holds = holds(item.constraint, scope)
    delete scope['value']
  }
  if (item.list !== undefined) standing.choices = choicesOf(form, item, scope)
}

/** The choices of an item that its filter leaves. */
function choicesOf(form: Form, item: Item, scope: Scope): readonly Choice[] {
  const choices = form.lists?.[item.list ?? ''] ?? []
  if (!item.filter) return choices
  const without = Object.fromEntries(choices.flatMap(({ attributes }) => Object.keys(attributes ?? {})).map((attribute) => [attribute, null]))
  const left = choices.filter(({ name, attributes }) => {
    scope['choice'] = { ...without, ...attributes, name }
    return holds(item.filter as string, scope)
  })
  delete scope['choice']
  return left
}

const most = 200

/** The rows there are; as many as are counted, where a count says how many there shall be. */
function rowsOf(item: Item, value: Value | undefined, scope: Scope): readonly Row[] {
  const rows = (Array.isArray(value) ? value : []) as readonly Row[]
  if (!item.count) return rows
  const count = expression(item.count)(scope)
  const wanted = typeof count === 'number' ? Math.max(0, Math.min(most, Math.floor(count))) : 0
  return Array.from({ length: wanted }, (_, i) => rows[i] ?? {})
}
