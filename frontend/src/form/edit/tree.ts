import type { Item } from '../form'

/** Where an item stands: its place among the outermost, then within that one, and so on. */
export type Path = readonly number[]

export const samePath = (a: Path, b: Path) => a.length === b.length && a.every((place, i) => place === b[i])

/** Every item with its place, in the order of the document. */
export function allItems(items: readonly Item[], path: Path = []): { item: Item; path: Path }[] {
  return items.flatMap((item, i) => [{ item, path: [...path, i] }, ...allItems(item.items ?? [], [...path, i])])
}

export function itemAt(items: readonly Item[], path: Path): Item | undefined {
  const [first, ...rest] = path
  const item = first === undefined ? undefined : items[first]
  return rest.length === 0 ? item : itemAt(item?.items ?? [], rest)
}

/** The items with those of one level changed: the outermost ones for an empty path. */
function inLevel(items: readonly Item[], parent: Path, change: (level: readonly Item[]) => readonly Item[]): readonly Item[] {
  const [first, ...rest] = parent
  if (first === undefined) return change(items)
  return items.map((item, i) => (i === first ? { ...item, items: inLevel(item.items ?? [], rest, change) } : item))
}

export function changed(items: readonly Item[], path: Path, item: Item): readonly Item[] {
  const at = path.at(-1)
  return inLevel(items, path.slice(0, -1), (level) => level.map((one, i) => (i === at ? item : one)))
}

export function removed(items: readonly Item[], path: Path): readonly Item[] {
  const at = path.at(-1)
  return inLevel(items, path.slice(0, -1), (level) => level.filter((_, i) => i !== at))
}

/** An item put last into a group, or among the outermost; with the place it then has. */
export function added(items: readonly Item[], parent: Path, item: Item): { items: readonly Item[]; path: Path } {
  const level = parent.length === 0 ? items : (itemAt(items, parent)?.items ?? [])
  return { items: inLevel(items, parent, (all) => [...all, item]), path: [...parent, level.length] }
}

/** An item one place up or down among those it stands with; undefined where it is the first or last. */
export function moved(items: readonly Item[], path: Path, by: -1 | 1): { items: readonly Item[]; path: Path } | undefined {
  const parent = path.slice(0, -1)
  const from = path.at(-1) ?? 0
  const level = parent.length === 0 ? items : (itemAt(items, parent)?.items ?? [])
  const item = level[from]
  const to = from + by
  if (!item || to < 0 || to >= level.length) return undefined
  const without = level.filter((one) => one !== item)
  return { items: inLevel(items, parent, () => [...without.slice(0, to), item, ...without.slice(to)]), path: [...parent, to] }
}

/** An item moved last into another group. A goal is of outermost items alone. */
export function movedInto(items: readonly Item[], path: Path, group: string): { items: readonly Item[]; path: Path } {
  const item = itemAt(items, path)
  if (!item) return { items, path }
  const { goal, ...inner } = item
  const without = removed(items, path)
  const parent = allItems(without).find((one) => one.item.name === group)?.path ?? []
  return added(without, parent, parent.length > 0 || goal === undefined ? inner : item)
}

/** The groups and repeats an item may stand in: not itself, nothing in it, and no repeat in a repeat. */
export function groupsFor(items: readonly Item[], path: Path): Item[] {
  const item = itemAt(items, path)
  const repeats = item ? [item, ...allItems(item.items ?? []).map((one) => one.item)].some(({ kind }) => kind === 'repeat') : false
  const inRepeat = (at: Path): boolean => at.some((_, i) => itemAt(items, at.slice(0, i + 1))?.kind === 'repeat')
  return allItems(items)
    .filter((one) => (one.item.kind === 'group' || one.item.kind === 'repeat') && !samePath(one.path.slice(0, path.length), path) && !(repeats && inRepeat(one.path)))
    .map((one) => one.item)
}

