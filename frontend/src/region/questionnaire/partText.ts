import { formatList, language, t } from '~/i18n'
import { languageName } from '~/needs/Written'
import type { Choice, Form, Item, Part, Text } from '~/form/form'
import { textIn } from '~/form/text'

const texts = new Set(['label', 'hint', 'message', 'requiredMessage', 'unit'])

/** Parts of an item by what the editor calls them; the name is no part of what differs. */
const parts = [
  'label', 'hint', 'kind', 'goal', 'indicator', 'list', 'other', 'unit', 'currency', 'min', 'max', 'step', 'parts', 'visible', 'required', 'requiredMessage',
  'constraint', 'message', 'calculate', 'default', 'filter', 'count', 'readOnly',
] as const satisfies readonly (keyof Item)[]

/** What one person wrote of a part of a questionnaire, line by line: of an item only where the other's differs. */
export function partText(key: string, said: unknown, other: unknown, form: Form): string[] {
  if (said === undefined) return [key === 'indicators' ? t('questionnaires.indicatorsAll') : t('questionnaires.conflict.gone')]
  const named = (text: Text | undefined) => textIn(form, text, language()).text
  if (key === 'name') return [String(said)]
  if (key === 'indicators') return [formatList(said as string[])]
  if (key === 'frame') return [named((said as Form).title), formatList((said as Form).languages.map(languageName))]
  if (key.startsWith('list:')) {
    return (said as Choice[]).map(({ name, label, attributes = {} }) => [named(label) || name, ...Object.entries(attributes).map(([attribute, value]) => `${attribute}: ${value}`)].join(', '))
  }
  const [item, its] = [said as Item, (other ?? {}) as Partial<Item>]
  const lines = parts.flatMap((part) => {
    const value = item[part]
    if (value === undefined || JSON.stringify(value) === JSON.stringify(its[part])) return []
    const text = texts.has(part)
      ? named(value as Text)
      : part === 'kind'
        ? t(`questionnaires.kind.${item.kind}`)
        : part === 'parts'
          ? formatList((value as Part[]).map(({ label, name }) => named(label) || name))
          : typeof value === 'boolean'
            ? t('questionnaires.edit.requiredAlways')
            : String(value)
    return [`${t(`questionnaires.edit.${part}`)}: ${text}`]
  })
  const inside = item.items?.map(({ label, name }) => named(label) || name) ?? []
  if (inside.length > 0) lines.push(`${t('questionnaires.edit.items')}: ${formatList(inside)}`)
  return lines.length > 0 ? lines : [named(item.label) || item.name]
}
