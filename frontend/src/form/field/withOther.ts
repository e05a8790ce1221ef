import { language, t } from '~/i18n'
import type { Item } from '../form'
import { otherName } from '../logic/other'

/** Items as they are asked: after one with "other" comes the text that says what. */
export function withOther(items: readonly Item[]): readonly Item[] {
  return items.flatMap((item) => (item.other ? [item, { kind: 'text' as const, name: otherName(item.name), label: { [language()]: t('form.otherText') } }] : [item]))
}
