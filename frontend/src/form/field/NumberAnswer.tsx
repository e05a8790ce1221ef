import { NumberField, RadioGroup } from '~/components'
import { formatNumber, t } from '~/i18n'
import type { Item, Value } from '../form'
import { boundsOf } from '../logic/accept'
import { textIn } from '../text'
import { frameOf } from './frame'
import type { ItemProps } from './ItemField'
import type { Place } from './place'

export const asNumber = (value: Value | undefined): number | null => (typeof value === 'number' ? value : null)

export function unitOf({ form, language }: Place, { kind, unit, currency }: Pick<Item, 'unit' | 'currency'> & { kind?: Item['kind'] }): string | undefined {
  const own = textIn(form, unit, language).text
  return own || (kind === 'percent' ? '%' : kind === 'money' ? (currency ?? 'NOK').replace('NOK', 'kr') : undefined)
}

/** A whole number, decimal, per cent, amount of money, or year. */
export function NumberAnswer({ place, item }: ItemProps) {
  const year = item.kind === 'year'
  return (
    <NumberField
      {...frameOf(place, item)}
      whole={item.kind === 'whole'}
      unit={unitOf(place, item)}
      characters={year ? 6 : 14}
      value={asNumber(place.answers[item.name])}
      onChange={(value) => place.change(item.name, value)}
      onBlur={place.leave}
    />
  )
}

const mostSteps = 11

/** The steps of a scale; none where there are too many to be shown one by one. */
function stepsOf(item: Item): number[] {
  const { min, max } = boundsOf(item)
  const step = item.step || 1
  const count = Math.floor((max - min) / step + 1e-9) + 1
  return count > mostSteps || count < 1 ? [] : Array.from({ length: count }, (_, i) => min + i * step)
}

/** A place on a scale: all of them seen, or a number where they are many. */
export function ScaleAnswer({ place, item }: ItemProps) {
  const steps = stepsOf(item)
  const { min, max } = boundsOf(item)
  if (steps.length === 0) return <NumberAnswer place={place} item={item} />
  const frame = frameOf(place, item)
  const value = asNumber(place.answers[item.name])
  return (
    <div class="form-scale">
      <RadioGroup
        {...frame}
        help={
          <>
            {frame.help} {t('form.scaleOf', { from: formatNumber(min), to: formatNumber(max) })}
          </>
        }
        options={steps.map((step) => ({ value: String(step), label: formatNumber(step) }))}
        value={value === null ? null : String(value)}
        onChange={(step) => {
          place.change(item.name, Number(step))
          place.leave()
        }}
      />
    </div>
  )
}
