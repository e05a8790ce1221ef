import type { ComponentChildren } from 'preact'
import type { components } from '~/api'
import type { Choice, Form, Item, Row, Value } from '../form'
import { faultOf, lackOf } from '../faults'
import type { Standing, Standings } from '../logic/evaluate'
import { textIn } from '../text'

type Attachment = components['schemas']['Attachment']

/** The files that answers name by their ids. */
export interface Files {
  list: readonly Attachment[]
  addressOf: (file: Attachment) => string
  /** Sends a file for a question and gives it; throws what is to be said beside the field. Absent where nothing may be changed. */
  handIn?: (name: string, file: File) => Promise<Attachment>
}

/** The file that an answer is; undefined for a link, and for a file that is not there. */
export const fileOf = ({ files }: Place, value: Value | undefined): Attachment | undefined => files?.list.find(({ id }) => id === value)

const ids = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether an answer is a file rather than a link. */
export const isFile = (value: Value | undefined): boolean => typeof value === 'string' && ids.test(value)

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
  /** Where files can be handed in; absent where a form is only tried out. */
  files?: Files
  /** What stands under an answer, in a row of a repeat or in row 0: its history, what is said about it. */
  foot?: (item: Item, row: number) => ComponentChildren
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
export function rowPlace(place: Place, item: Item, index: number, row: Row, standings: Standings, change: Place['change']): Place {
  return { ...place, prefix: `${idOf(place, item)}-${index}`, answers: row, standings, refused: (name) => place.refused(`${item.name}.${index}.${name}`), change }
}
