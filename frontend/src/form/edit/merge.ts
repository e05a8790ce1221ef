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

/** What of a questionnaire is chosen as a whole: its name, its indicators, its frame (title and languages), an item, a list of choices. What stands in a group is chosen by itself. */
export interface Difference {
  /** "name", "indicators", "frame", "item:plan", "list:county". */
  key: string
  mine: unknown
  theirs: unknown
  /** Who changed it; where both did, a person must choose. */
  by: Whose | 'both'
}

/** The same three times: as it was, as I have it, as they have it. */
type Three<T> = readonly [base: T, mine: T, theirs: T]

/** As JSON with its keys in order: the server may write them otherwise. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => (one && typeof one === 'object' && !Array.isArray(one) ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))) : one)) ?? ''
}

function compare(key: string, [base, mine, theirs]: Three<unknown>): Difference[] {
  const [was, my, their] = [textOf(base), textOf(mine), textOf(theirs)]
  if (my === their) return []
  return [{ key, mine, theirs, by: my === was ? 'theirs' : their === was ? 'mine' : 'both' }]
}

const named = (items: readonly Item[], name: string) => items.find((one) => one.name === name)
const keyOf = (name: string) => `item:${name}`

/** What stands in a group that is there all three times. */
function insideOf(three: Three<Item | undefined>): Three<readonly Item[]> | undefined {
  const [base, mine, theirs] = three
  return base?.items && mine?.items && theirs?.items ? [base.items, mine.items, theirs.items] : undefined
}

/** A group without what stands in it. */
function shell(item: Item | undefined): Item | undefined {
  if (!item) return undefined
  const own = { ...item }
  delete own.items
  return own
}

function itemDifferences(level: Three<readonly Item[]>): Difference[] {
  const [, mine, theirs] = level
  return [...new Set([...mine, ...theirs].map(({ name }) => name))].flatMap((name) => {
    const three = level.map((items) => named(items, name)) as unknown as Three<Item | undefined>
    const inside = insideOf(three)
    return inside ? [...compare(keyOf(name), three.map(shell) as unknown as Three<unknown>), ...itemDifferences(inside)] : compare(keyOf(name), three)
  })
}

const listsOf = ({ form }: Written) => form.lists ?? {}
/** A form without its items and lists. */
function frameOf({ form }: Written): Omit<Form, 'items' | 'lists'> {
  const frame: Partial<Form> & Omit<Form, 'items'> = { ...form }
  delete frame.items
  delete frame.lists
  return frame
}

/** What two people made of a questionnaire differs in, but for the order of its items. */
export function differences({ base, mine, theirs }: Overtaking): Difference[] {
  const all: Three<Written> = [base, mine, theirs]
  const of = (key: string, part: (one: Written) => unknown) => compare(key, all.map(part) as unknown as Three<unknown>)
  return [
    ...of('name', ({ name }) => name),
    ...of('indicators', ({ indicators }) => indicators),
    ...of('frame', frameOf),
    ...itemDifferences(all.map(({ form }) => form.items) as unknown as Three<readonly Item[]>),
    ...[...new Set([...Object.keys(listsOf(mine)), ...Object.keys(listsOf(theirs))])].flatMap((list) => of(`list:${list}`, (one) => listsOf(one)[list])),
  ]
}

/**
 * The questionnaire with the changes of both: each part from who is chosen for it, else from who changed it; mine
 * where both did. The items stand in the order of who moved them, mine where both did; what is new comes after what
 * it follows there.
 */
export function merged(overtaking: Overtaking, chosen: Readonly<Record<string, Whose>> = {}): Written {
  const { base, mine, theirs } = overtaking
  // An item that one moved to another group and the other changed differs in two places: it is chosen once.
  const open = differences(overtaking).sort((a, b) => Number(a.by === 'both') - Number(b.by === 'both'))
  const from = new Map(open.map(({ key, by }) => [key, chosen[key] ?? (by === 'both' ? 'mine' : by)]))
  const pick = <T>(key: string, my: T, their: T) => (from.get(key) === 'theirs' ? their : my)

  const mergedItem = (level: Three<readonly Item[]>, name: string): Item | undefined => {
    const three = level.map((items) => named(items, name)) as unknown as Three<Item | undefined>
    const [, my, their] = three
    const inside = insideOf(three)
    return inside ? { ...(pick(keyOf(name), shell(my), shell(their)) as Item), items: mergedItems(inside) } : pick(keyOf(name), my, their)
  }
  const mergedItems = (level: Three<readonly Item[]>): Item[] => {
    const [was, my, their] = level
    const orderOf = (items: readonly Item[]) => items.map(({ name }) => name).filter((name) => level.every((one) => named(one, name))).join()
    const [first, second] = orderOf(my) === orderOf(was) ? [their, my] : [my, their]
    const items = first.flatMap(({ name }) => mergedItem(level, name) ?? [])
    second.forEach(({ name }, i) => {
      const item = named(first, name) ? undefined : mergedItem(level, name)
      if (!item) return
      const before = second.slice(0, i).findLast((one) => named(items, one.name))
      items.splice(before ? items.findIndex((one) => one.name === before.name) + 1 : 0, 0, item)
    })
    return items
  }

  const lists = Object.fromEntries(
    [...new Set([...Object.keys(listsOf(mine)), ...Object.keys(listsOf(theirs))])].flatMap((list) => {
      const choices = pick(`list:${list}`, listsOf(mine)[list], listsOf(theirs)[list])
      return choices ? [[list, choices]] : []
    }),
  )
  const items = mergedItems([base.form.items, mine.form.items, theirs.form.items])
  return {
    name: pick('name', mine.name, theirs.name),
    indicators: pick('indicators', mine.indicators, theirs.indicators),
    form: { ...pick('frame', frameOf(mine), frameOf(theirs)), items, ...(Object.keys(lists).length > 0 ? { lists } : {}) },
  }
}

/** As it is written now, once the two have been put together, with what was chosen of what both changed. */
export function settled(overtaking: Overtaking, chosen: Readonly<Record<string, Whose>>): Written {
  const asNow = Object.fromEntries(differences(overtaking).map(({ key }) => [key, 'mine' as const]))
  return merged(overtaking, { ...asNow, ...chosen })
}
