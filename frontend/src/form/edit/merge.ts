import type { Form, Item } from '../form'

/** A questionnaire as it is written: what a person may change of it. */
export interface Written {
  name: string
  form: Form
  indicators: readonly string[] | undefined
}

/** Two people have changed one questionnaire: as it was when both began, and what each made of it. */
export interface Overtaking {
  base: Written
  mine: Written
  theirs: Written
}

export type Whose = 'mine' | 'theirs'

/** What of a questionnaire is chosen as a whole: its name, its indicators, its frame (title and languages), an outermost item, a list of choices. */
export interface Difference {
  /** "name", "indicators", "frame", "item:plan", "list:county". */
  key: string
  mine: unknown
  theirs: unknown
  /** Who changed it; where both did, a person must choose. */
  by: Whose | 'both'
}

function partsOf({ name, indicators, form: { items, lists = {}, ...frame } }: Written): Map<string, unknown> {
  return new Map<string, unknown>([
    ['name', name],
    ['indicators', indicators],
    ['frame', frame],
    ...items.map((item): [string, unknown] => [`item:${item.name}`, item]),
    ...Object.entries(lists).map(([list, choices]): [string, unknown] => [`list:${list}`, choices]),
  ])
}

/** As JSON with its keys in order: the server may write them otherwise. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => (one && typeof one === 'object' && !Array.isArray(one) ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))) : one)) ?? ''
}

/** What two people made of a questionnaire differs in, but for the order of its items. */
export function differences({ base, mine, theirs }: Overtaking): Difference[] {
  const [was, my, their] = [partsOf(base), partsOf(mine), partsOf(theirs)]
  return [...new Set([...my.keys(), ...their.keys()])].flatMap((key) => {
    const [before, one, other] = [textOf(was.get(key)), textOf(my.get(key)), textOf(their.get(key))]
    if (one === other) return []
    return [{ key, mine: my.get(key), theirs: their.get(key), by: one === before ? ('theirs' as const) : other === before ? ('mine' as const) : ('both' as const) }]
  })
}

/** The questionnaire with the changes of both: each part from who is chosen for it, else from who changed it; mine where both did. The items keep my order; what is new of theirs comes after what it follows there. */
export function merged(overtaking: Overtaking, chosen: Readonly<Record<string, Whose>> = {}): Written {
  const { mine, theirs } = overtaking
  const from = new Map(differences(overtaking).map(({ key, by }) => [key, chosen[key] ?? (by === 'both' ? 'mine' : by)]))
  const pick = (key: string) => (from.get(key) === 'theirs' ? theirs : mine)
  const named = (items: readonly Item[], name: string) => items.find((one) => one.name === name)

  const items: Item[] = mine.form.items.flatMap(({ name }) => named(pick(`item:${name}`).form.items, name) ?? [])
  theirs.form.items.forEach((item, i) => {
    if (named(mine.form.items, item.name) || from.get(`item:${item.name}`) !== 'theirs') return
    const before = theirs.form.items.slice(0, i).findLast((one) => named(items, one.name))
    items.splice(before ? items.findIndex(({ name }) => name === before.name) + 1 : 0, 0, item)
  })
  const frame = { ...pick('frame').form, items }
  delete frame.lists
  const lists = Object.fromEntries(
    [...new Set([...Object.keys(mine.form.lists ?? {}), ...Object.keys(theirs.form.lists ?? {})])].flatMap((list) => {
      const choices = pick(`list:${list}`).form.lists?.[list]
      return choices ? [[list, choices]] : []
    }),
  )
  return { name: pick('name').name, indicators: pick('indicators').indicators, form: { ...frame, ...(Object.keys(lists).length > 0 ? { lists } : {}) } }
}
