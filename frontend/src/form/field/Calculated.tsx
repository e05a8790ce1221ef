import { t } from '~/i18n'
import { valueText } from '../valueText'
import { frameOf } from './frame'
import type { ItemProps } from './ItemField'
import { standingOf } from './place'

/** What is worked out of other answers, or stands there to be read alone. */
export function Calculated({ place, item }: ItemProps) {
  const { id, label, help } = frameOf(place, item)
  const value = standingOf(place, item)?.value ?? null
  // One without a text of its own only serves other questions.
  if (!item.label) return null
  return (
    <div class="field form-calculated" id={id}>
      <p class="ds-label" data-weight="medium" id={`${id}-label`}>
        {label}
      </p>
      {help && <div class="field__help">{help}</div>}
      <output class="figures" aria-labelledby={`${id}-label`}>
        {value === null ? <span class="meta">{t('form.calculatedNone')}</span> : valueText(place, item, value)}
      </output>
    </div>
  )
}
