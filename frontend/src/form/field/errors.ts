import type { FormError } from '~/components'
import type { Item } from '../form'
import { asRows, errorOf, idOf, type Place, rowPlace, standingOf } from './place'
import { withOther } from './withOther'

/** What must be mended among items, in the order in which they stand, rows opened: the same words as beside the fields. */
export function errorsIn(place: Place, items: readonly Item[]): FormError[] {
  return withOther(items).flatMap((item): FormError[] => {
    if (item.kind === 'group') return errorsIn(place, item.items ?? [])
    const standing = standingOf(place, item)
    if (!standing?.visible) return []
    const message = errorOf(place, item)
    const inner = standing.rows.flatMap((standings, i) => errorsIn(rowPlace(place, item, i, asRows(place.answers[item.name])[i] ?? {}, standings, () => undefined), item.items ?? []))
    return [...(message ? [{ field: idOf(place, item), message }] : []), ...inner]
  })
}
