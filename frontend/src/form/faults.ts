import { formatNumber, t } from '~/i18n'
import { type Form, isAnswered, type Item } from './form'
import { boundsOf, longest } from './logic/accept'
import type { Standing } from './logic/evaluate'
import { textIn } from './text'

/** What is wrong with an answer that is there, in words that say how to mend it. */
export function faultOf(form: Form, item: Item, { wrong }: Pick<Standing, 'wrong'>, language: string): string | undefined {
  const { min, max } = boundsOf(item)
  switch (wrong) {
    case undefined:
      return undefined
    case 'low':
      return t('form.fault.low', { min: item.kind === 'year' ? String(min) : formatNumber(min) })
    case 'high':
      return t('form.fault.high', { max: item.kind === 'year' ? String(max) : formatNumber(max) })
    case 'step':
      return t('form.fault.step', { step: item.step ?? 1, min })
    case 'long':
      return t('form.fault.long', { n: item.kind === 'long_text' ? longest.long_text : longest.text })
    case 'constraint':
      return textIn(form, item.message, language).text || t('form.fault.constraint')
    default:
      return t(`form.fault.${wrong}`)
  }
}

/** What is said where an answer that must be there is not; only once the person has tried to finish. */
export function lackOf(form: Form, item: Item, { visible, required, value, wrong }: Standing, label: string, language: string): string | undefined {
  if (!visible || !required || wrong || isAnswered(value)) return undefined
  return textIn(form, item.requiredMessage, language).text || t('form.fault.required', { name: label })
}
