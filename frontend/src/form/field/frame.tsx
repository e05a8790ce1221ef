import type { FieldFrame } from '~/components/field/Field'
import type { Item } from '../form'
import { InLanguage } from './InLanguage'
import { errorOf, idOf, type Place, standingOf } from './place'

/** What every field has around it: its id, its texts in the reader's language, its fault. */
export function frameOf(place: Place, item: Item): FieldFrame {
  const { form, language } = place
  return {
    id: idOf(place, item),
    label: item.label ? <InLanguage form={form} text={item.label} wanted={language} /> : item.name,
    help: item.hint && <InLanguage form={form} text={item.hint} wanted={language} />,
    error: errorOf(place, item),
    optional: !standingOf(place, item)?.required,
  }
}
