import { language, languages } from '~/i18n'

/** A text in the language of the page, else in the first there is; tells which language it really is in. */
export function inLanguage(texts: Readonly<Record<string, string>>, wanted: string = language()): { text: string; language: string } {
  for (const one of [wanted, ...languages, ...Object.keys(texts)]) {
    const text = texts[one]
    if (text) return { text, language: one }
  }
  return { text: '', language: wanted }
}
