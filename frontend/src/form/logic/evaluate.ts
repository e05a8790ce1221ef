import { type Answers, type Choice, type Form, isAnswered, type Item, type Row, type Value } from '../form'
import { type Wrong, wrongOf } from './accept'
import { ask } from './environment'
import { expression, holds, type Scope } from './expression'
import type { Asking } from './functions'
import { judge } from './judge'
import { each, type Node, planOf } from './plan'

/** How it stands with one item, given all answers. */
export interface Standing {
  visible: boolean
  required: boolean
  /** As conditions see it: null while it is hidden, and of an answer that can't be kept. */
  value: Value
  /** What is wrong with the answer: by itself, or beside the others. */
  wrong?: Wrong | 'constraint' | 'filtered' | 'parts' | 'ranking'
  /** The choices that are left by the filter. */
  choices: readonly Choice[]
  /** One per row of a repeat. */
  rows: readonly Standings[]
}

export type Standings = ReadonlyMap<string, Standing>

/** Where a node is asked: the form itself, or one row of a repeat. */
interface Asked {
  answers: Row
  scope: Scope
  /** The row as the others see it: its values by name. */
  own: Scope
  standings: Map<string, Standing>
}

/** The most rows a repeat can have. */
export const mostRows = 200

/** What conditions see where nothing is answered: a list is empty and figures have no value, all else is null. */
export function unanswered({ kind, parts }: Item): unknown {
  if (kind === 'choices' || kind === 'ranking' || kind === 'repeat') return []
  return kind === 'parts' ? Object.fromEntries((parts ?? []).map(({ name }) => [name, null])) : null
}

/** A value as conditions see it: figures with each of their parts. */
export function seen(item: Item, value: Value): unknown {
  if (value === null) return unanswered(item)
  return item.kind === 'parts' ? { ...(unanswered(item) as object), ...(value as object) } : value
}

/**
 * How it stands with every item of a form, by name: what is hidden has no value and is never required,
 * and a condition that looks at something missing does not hold. The server's word is the one that counts.
 */
export function evaluate(form: Form, answers: Answers, asking: Pick<Asking, 'now'>): Standings {
  const { nodes, order } = planOf(form)
  ask({ now: asking.now, label: (list, name) => labelOf(form, list, name) })
  const own: Scope = {}
  for (const { item, row } of nodes) if (!row) own[item.name] = unanswered(item)
  const top: Asked = { answers, scope: own, own, standings: new Map() }
  const rows = new Map<Node, Asked[]>()
  const places = (node: Node): readonly Asked[] => (node.row ? (rows.get(node.row) ?? []) : [top])

  for (const node of order) {
    for (const place of places(node)) value(form, node, place, top)
    if (node.item.kind === 'repeat') begin(node, top, rows)
  }
  for (const node of nodes) for (const { scope, standings } of places(node)) judge(form, node.item, standings.get(node.item.name) as Standing, scope)
  return top.standings
}

function labelOf(form: Form, list: string, name: string): string | undefined {
  const label = form.lists?.[list]?.find((one) => one.name === name)?.label
  return label && (form.languages.map((language) => label[language]).find(Boolean) ?? Object.keys(label).sort().map((language) => label[language]).find(Boolean) ?? '')
}

/** Whether a node is asked, and its value; others may look at it from now on. */
function value(form: Form, { item, within, row }: Node, place: Asked, top: Asked): void {
  const { scope, standings } = place
  const outside = within && (within.row === row ? standings : top.standings).get(within.item.name)
  const visible = (outside?.visible ?? true) && (!item.visible || holds(item.visible, scope))
  const standing: Standing = { visible, required: false, value: null, choices: [], rows: [] }
  standings.set(item.name, standing)
  if (!visible || item.kind === 'group' || item.kind === 'note' || item.kind === 'repeat') return
  const given = givenTo(item, place)
  const wrong = item.kind === 'calculated' ? undefined : wrongOf(form, item, given)
  if (wrong) standing.wrong = wrong
  else if (isAnswered(given)) standing.value = given
  place.own[item.name] = seen(item, standing.value)
}

/** What is calculated, was answered, or stands there before anybody answers. */
function givenTo(item: Item, { answers, scope }: Asked): Value {
  if (item.calculate) return expression(item.calculate)(scope) as Value
  const answer = answers[item.name]
  if (answer === undefined && item.default) return expression(item.default)(scope) as Value
  return typeof answer === 'string' ? answer.trim() : (answer ?? null)
}

/** Makes the rows of a repeat: as many as are counted, or as were added. */
function begin(node: Node, top: Asked, rows: Map<Node, Asked[]>): void {
  const { item } = node
  const standing = top.standings.get(item.name) as Standing
  const given = top.answers[item.name]
  const added = (Array.isArray(given) ? given : []) as readonly Row[]
  const counted = item.count ? expression(item.count)(top.scope) : added.length
  const many = standing.visible ? Math.min(mostRows, Math.max(0, Math.floor(typeof counted === 'number' ? counted : 0))) : 0
  const made = Array.from({ length: many }, (_, i): Asked => {
    const own: Scope = Object.fromEntries(each(node).map((inner) => [inner.item.name, unanswered(inner.item)]))
    // What is set in the row is seen in it; all else is looked up around it.
    return { answers: added[i] ?? {}, scope: new Proxy(own, { get: (of, name: string) => (Object.hasOwn(of, name) ? of[name] : top.scope[name]) }), own, standings: new Map() }
  })
  rows.set(node, made)
  standing.rows = made.map(({ standings }) => standings)
  standing.value = made.map(({ own }) => own) as unknown as Value
  top.own[item.name] = standing.value
}
