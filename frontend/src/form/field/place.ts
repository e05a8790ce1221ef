import type { Choice, Form, Item, Row, Value } from '../form'
import { faultOf, lackOf } from '../faults'
import type { Standing, Standings } from '../logic/evaluate'
import { textIn } from '../text'

/** Where items are asked: the form itself, or one row of a repeat. */
export interface Place {
  form: Form
  /** The reader's language, which may be another than the page's while a form is tried out. */
  language: string
  /** What the ids of the fields begin with. */
  prefix: string
  answers: Row
  standings: Standings
  /** Set once the person has tried to finish: only then a missing answer is marked. */
  tried: boolean
  /** What the server said of an answer, by the name of its item. */
  refused: (name: string) => string | undefined
  change: (name: string, value: Value) => void
  /** A field was left: what was typed may be saved now. */
  leave: () => void
}

export const idOf = (place: Place, item: Item) => `${place.prefix}-${item.name}`

export const standingOf = (place: Place, item: Item): Standing | undefined => place.standings.get(item.name)

/** The one message that stands beside a field. */
export function errorOf(place: Place, item: Item): string | undefined {
  const { form, language, tried } = place
  const standing = standingOf(place, item)
  if (!standing?.visible) return undefined
  // What is half done is not wrong before one is done.
  const unfinished = standing.wrong === 'parts' || standing.wrong === 'ranking'
  const fault = unfinished && !tried ? undefined : faultOf(form, item, standing, language)
  return fault ?? place.refused(item.name) ?? (tried ? lackOf(form, item, standing, labelOf(place, item), language) : undefined)
}

export const labelOf = (place: Place, { label, name }: { label?: Item['label']; name: string }) => textIn(place.form, label, place.language).text || name

export const choiceLabel = (place: Place, choice: Choice) => labelOf(place, choice)

export const asRows = (value: Value | undefined): readonly Row[] => (Array.isArray(value) ? (value as readonly Row[]) : [])

/** A place within a place: one row of a repeat. */
export function rowPlace(place: Place, item: Item, index: number, row: Row, standings: Standings, change: (row: Row) => void): Place {
  return { ...place, prefix: `${idOf(place, item)}-${index}`, answers: row, standings, refused: (name) => place.refused(`${item.name}.${index}.${name}`), change: (name, value) => change({ ...row, [name]: value }) }
}
