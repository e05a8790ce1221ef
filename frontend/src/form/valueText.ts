import { formatDate, formatList, formatNumber, formatValue, t } from '~/i18n'
import { unitOf } from './field/NumberAnswer'
import { choiceLabel, fileOf, isFile, labelOf, type Place } from './field/place'
import type { Item, Value } from './form'
import { otherChoice } from './logic/other'

/** An answer as one reads it: "1 234 kWh", "Ja", "Gol og Hol". */
export function valueText(place: Place, item: Item, value: Value): string {
  const ofChoice = (name: string) => {
    const choice = place.form.lists?.[item.list ?? '']?.find((one) => one.name === name)
    return choice ? choiceLabel(place, choice) : item.other && name === otherChoice ? t('form.other') : name
  }
  if (value === null) return t('charts.state.not_answered')
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no')
  if (typeof value === 'number') return item.kind === 'year' ? String(value) : formatValue(value, { unit: unitOf(place, item) ?? '' })
  if (item.kind === 'attachment' && isFile(value)) return fileOf(place, value)?.name ?? t('form.fileGone')
  if (typeof value === 'string') return item.kind === 'date' ? formatDate(value) : item.kind === 'choice' ? ofChoice(value) : value
  if (Array.isArray(value)) return item.kind === 'ranking' ? value.map((name, i) => `${i + 1}. ${ofChoice(name as string)}`).join(', ') : formatList(value.map((name) => ofChoice(String(name))))
  const figures = value as Readonly<Record<string, number | null>>
  return (item.parts ?? []).map((part) => `${labelOf(place, part)}: ${formatNumber(figures[part.name])}`).join(', ')
}
