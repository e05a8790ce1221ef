/** The languages every text exists in. The first is the one the others are held against. */
export const languages = ['nb', 'nn', 'en'] as const
export type Language = (typeof languages)[number]

/** What a language calls itself, for the language switch. */
export const languageNames: Record<Language, string> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' }

/**
 * BCP 47 tag for Intl: Norwegian numbers and dates, British for English. Nynorsk
 * writes both as bokmål does, and browsers without data for it would write them in English.
 */
export const locales: Record<Language, string> = { nb: 'nb-NO', nn: 'nb-NO', en: 'en-GB' }

export function isLanguage(value: string | null | undefined): value is Language {
  return (languages as readonly string[]).includes(value ?? '')
}

const storageKey = 'loftet.language'

/** Remembers the choice for the next visit to an address without a language. */
export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(storageKey, language)
  } catch {
    // Storage may be closed; the address still carries the language.
  }
}

/**
 * The language for an address that names none: the one chosen earlier, else the
 * first of the browser's languages that we have ("no" counts as nb), else nb.
 */
export function preferredLanguage(wanted: readonly string[] = navigator.languages): Language {
  let stored: string | null = null
  try {
    stored = localStorage.getItem(storageKey)
  } catch {
    // As above.
  }
  if (isLanguage(stored)) return stored
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split('-')[0]
    if (primary === 'no') return 'nb'
    if (isLanguage(primary)) return primary
  }
  return 'nb'
}
