import { isLanguage, localText } from '~/i18n'
import type { Form, Text } from './form'

/** A text in a language, with the one it really is in: the wanted one, its sister, the form's first, any. */
export function textIn(form: Pick<Form, 'languages'>, text: Text | undefined, wanted: string): { text: string; language: string } {
  if (!text) return { text: '', language: wanted }
  const sister = wanted === 'nb' ? 'nn' : wanted === 'nn' ? 'nb' : ''
  const found = [wanted, sister, ...form.languages].find((one) => text[one]?.trim())
  if (found) return { text: text[found] ?? '', language: found }
  return isLanguage(wanted) ? localText(text, wanted) : localText(text)
}
