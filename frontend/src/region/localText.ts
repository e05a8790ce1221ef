import { type Language, languages } from '~/i18n'

export type LocalTexts = Readonly<Record<string, string>>

/** Which of the three languages a text lacks. */
export function missingLanguages(texts: LocalTexts): Language[] {
  return languages.filter((one) => !texts[one]?.trim())
}
