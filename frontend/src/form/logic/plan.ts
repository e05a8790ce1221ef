import type { Form, Item } from '../form'
import { expression } from './expression'
import { otherItem } from './other'

/** An item in its place. */
export interface Node {
  item: Item
  /** The group or repeat it stands in. */
  within: Node | undefined
  /** The repeat it is asked once per row of. */
  row: Node | undefined
  inside: readonly Node[]
}

/** What can be done once for a form. */
export interface Plan {
  /** In the order of the document, what stands in a group or repeat after it. */
  nodes: readonly Node[]
  /** Each after what its value depends on. */
  order: readonly Node[]
}

const plans = new WeakMap<Form, Plan>()

export function planOf(form: Form): Plan {
  let plan = plans.get(form)
  if (!plan) {
    const nodes: Node[] = []
    tree(form.items, undefined, undefined, nodes)
    plans.set(form, (plan = { nodes, order: ordered(nodes) }))
  }
  return plan
}

function tree(items: readonly Item[], within: Node | undefined, row: Node | undefined, all: Node[]): Node[] {
  return items.flatMap((item) => {
    const inside: Node[] = []
    const node: Node = { item, within, row, inside }
    all.push(node)
    inside.push(...tree(item.items ?? [], node, item.kind === 'repeat' ? node : row, all))
    if (!item.other) return [node]
    const other: Node = { item: otherItem(item), within, row, inside: [] }
    all.push(other)
    return [node, other]
  })
}

/** All nodes inside a group or repeat. */
export const each = (node: Node): Node[] => node.inside.flatMap((inner) => [inner, ...each(inner)])

/** What must be known before the value of a node is: what it stands in, and what its value hangs on. */
function needs({ item, within }: Node, named: ReadonlyMap<string, Node>): Node[] {
  const before = within ? [within] : []
  for (const text of [item.visible, item.calculate, item.count]) {
    if (!text) continue
    const { names, fields } = expression(text)
    for (const name of names) {
      const node = named.get(name)
      if (!node) continue
      before.push(node)
      if (node.item.kind === 'repeat') before.push(...each(node).filter((inner) => fields.has(inner.item.name)))
    }
  }
  return before
}

/** In the order in which they depend on each other, else as they stand. The server lets no circle through. */
function ordered(nodes: readonly Node[]): Node[] {
  const named = new Map(nodes.map((node) => [node.item.name, node]))
  const out: Node[] = []
  const seen = new Set<Node>()
  const visit = (node: Node) => {
    if (seen.has(node)) return
    seen.add(node)
    for (const before of needs(node, named)) visit(before)
    out.push(node)
  }
  for (const node of nodes) visit(node)
  return out
}
