import { Textarea, TextField } from '~/components'
import type { Value } from '../form'
import { frameOf } from './frame'
import type { ItemProps } from './ItemField'

export const asText = (value: Value | undefined): string => (typeof value === 'string' ? value : '')

/** A line of text, or several. */
export function TextAnswer({ place, item }: ItemProps) {
  const field = { ...frameOf(place, item), value: asText(place.answers[item.name]), onChange: (text: string) => place.change(item.name, text || null), onBlur: place.leave }
  return item.kind === 'long_text' ? <Textarea {...field} /> : <TextField {...field} autocomplete="off" />
}

export function DateAnswer({ place, item }: ItemProps) {
  return <TextField {...frameOf(place, item)} type="date" characters={12} value={asText(place.answers[item.name])} onChange={(text) => place.change(item.name, text || null)} onBlur={place.leave} />
}

export function TimeAnswer({ place, item }: ItemProps) {
  return <TextField {...frameOf(place, item)} type="time" characters={8} value={asText(place.answers[item.name])} onChange={(text) => place.change(item.name, text || null)} onBlur={place.leave} />
}
