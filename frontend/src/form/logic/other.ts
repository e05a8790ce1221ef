import type { Item } from '../form'

/** The choice that an item with `other` has besides its list. */
export const otherChoice = 'other'

export const otherName = (name: string) => `${name}_other`

/** The text that goes with "other": an item of its own after its question, which the document doesn't name. */
export function otherItem({ name }: Item): Item {
  return { kind: 'text', name: otherName(name), visible: `selected(${name}, "${otherChoice}")`, required: 'true' }
}
