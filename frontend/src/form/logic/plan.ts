import type { Form, Item } from '../form'
import { expression } from './expression'

/** An item that has a value, with what of its place it depends on. */
export interface Step {
  item: Item
  /** The conditions of the groups around it, outermost first; the item is hidden where one doesn't hold. */
  within: readonly string[]
  /** The steps of a repeat's row; empty for everything else. */
  row: readonly Step[]
}

/** What can be done once for a form: its items in the order in which each has what it looks at before it. */
export interface Plan {
  form: Form
  steps: readonly Step[]
}

const plans = new WeakMap<Form, Plan>()

export function planOf(form: Form): Plan {
  let plan = plans.get(form)
  if (!plan) {
    plans.set(form, (plan = { form, steps: ordered(stepsOf(form.items, [])) }))
  }
  return plan
}

function stepsOf(items: readonly Item[], within: readonly string[]): Step[] {
  return items.flatMap((item): Step[] => {
    const inside = item.visible ? [...within, item.visible] : within
    if (item.kind === 'group') return stepsOf(item.items ?? [], inside)
    return [{ item, within: inside, row: item.kind === 'repeat' ? ordered(stepsOf(item.items ?? [], [])) : [] }]
  })
}

/** What must be known before the value of an item: what its conditions and its calculation look at. */
function needs({ item, within, row }: Step): Set<string> {
  const texts = [...within, item.calculate, item.count].filter((text) => text !== undefined && text !== '')
  const names = new Set(texts.flatMap((text) => [...expression(text as string).names]))
  for (const inner of row) for (const name of needs(inner)) names.add(name)
  for (const inner of row) names.delete(inner.item.name)
  return names
}

/** In the order in which they depend on each other, else as they stand. The server lets no circle through. */
function ordered(steps: readonly Step[]): Step[] {
  const byName = new Map(steps.map((step) => [step.item.name, step]))
  const out: Step[] = []
  const seen = new Set<Step>()
  const visit = (step: Step) => {
    if (seen.has(step)) return
    seen.add(step)
    for (const name of needs(step)) {
      const before = byName.get(name)
      if (before) visit(before)
    }
    out.push(step)
  }
  for (const step of steps) visit(step)
  return out
}
