import type { Item } from '../form'
import { InLanguage } from './InLanguage'
import { Items, type ItemProps } from './ItemField'
import { idOf, type Place, standingOf } from './place'

const anyVisible = (place: Place, item: Item): boolean => (item.kind === 'group' ? (item.items ?? []).some((one) => anyVisible(place, one)) : Boolean(standingOf(place, item)?.visible))

/** Items that belong together, under their heading; nothing where none of them is asked now. */
export function Group({ place, item }: ItemProps) {
  if (!anyVisible(place, item)) return null
  return (
    <fieldset class="form-group" id={idOf(place, item)}>
      {item.label && (
        <legend class="ds-heading" data-size="xs">
          <InLanguage form={place.form} text={item.label} wanted={place.language} />
        </legend>
      )}
      {item.hint && (
        <p class="field__help">
          <InLanguage form={place.form} text={item.hint} wanted={place.language} />
        </p>
      )}
      <Items place={place} items={item.items ?? []} />
    </fieldset>
  )
}
