import { type Language, languages } from './language'
import { language } from './t'

/** The text in the language of the page, else in the nearest one it has, with the language it really is in. */
export function localText(texts: Readonly<Record<string, string>>, wanted: Language = language()): { text: string; language: string } {
  const sister = wanted === 'nb' ? ['nn'] : wanted === 'nn' ? ['nb'] : []
  const found = [wanted, ...sister, ...languages, ...Object.keys(texts)].find((one) => texts[one]?.trim())
  return { text: found ? (texts[found] ?? '') : '', language: found ?? wanted }
}
