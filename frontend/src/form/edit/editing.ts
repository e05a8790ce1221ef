import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Form, Item } from '../form'
import { textIn } from '../text'
import { allItems, changed, type Path } from './tree'

/** An indicator that an answer may belong to. */
export interface IndicatorChoice {
  code: string
  name: string
  goal: number
}

/** What every part of the editor works on. */
export interface Editing {
  form: Form
  change: (form: Form) => void
  /** The language that texts are written in now. */
  writing: string
  /** What is wrong with a field, by its path in the document: "items.2.visible". */
  error: (path: string) => string | undefined
  indicators: readonly IndicatorChoice[]
}

const Context = createContext<Editing | null>(null)
export const EditingProvider = Context.Provider

export function useEditing(): Editing {
  const editing = useContext(Context)
  if (!editing) throw new Error('no questionnaire is being edited here')
  return editing
}

/** Where an item stands in the document, as the server names it. */
export const documentPath = (path: Path) => path.map((place) => `items.${place}`).join('.')

/** The id of an item's field; the error summary links to it. */
export const editId = (path: Path, part: string) => [...path.map((place) => `items-${place}`), part].join('-')

/** What is known of one item for its fields: texts and expressions by name, and how to change them. */
export function useItem(path: Path, item: Item) {
  const { form, change, error } = useEditing()
  return {
    id: (part: string) => editId(path, part),
    error: (part: string) => error(`${documentPath(path)}.${part}`),
    set: (some: Partial<Item>) => change({ ...form, items: changed(form.items, path, withoutEmpty({ ...item, ...some })) }),
  }
}

/** What is emptied goes: the document holds only what is said. */
function withoutEmpty(item: Item): Item {
  const kept = Object.entries(item).filter(([key, value]) => key === 'name' || key === 'kind' || !(value === undefined || value === '' || value === false || (key === 'goal' && value === 0)))
  return Object.fromEntries(kept) as unknown as Item
}

/** What an item is called in lists and buttons. */
export function itemTitle(form: Form, item: Item, language: string): string {
  return textIn(form, item.label, language).text.trim() || item.name
}

/** The questions a condition of an item may look at: all outside repeats, and those of its own row. */
export function questionsFor(form: Form, path: Path): Item[] {
  const all = allItems(form.items)
  const repeatOf = (at: Path) => all.find((one) => one.item.kind === 'repeat' && one.path.length < at.length && one.path.every((place, i) => at[i] === place))?.item.name
  const own = repeatOf(path)
  return all
    .filter((one) => !['note', 'group', 'repeat'].includes(one.item.kind) && [undefined, own].includes(repeatOf(one.path)) && one.path.join() !== path.join())
    .map((one) => one.item)
}
