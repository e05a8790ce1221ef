import type { ComponentChildren } from 'preact'
import type { Arguments, Dictionary, Key, Params, Text } from './dictionary'
import { formatNumber } from './format'
import { type Language, locales } from './language'

let current: Language = 'nb'
let dictionary: Dictionary | undefined
let plural = new Intl.PluralRules(locales.nb)

const loaders: Record<Language, () => Promise<{ default: Dictionary }>> = {
  nb: () => import('./nb'),
  nn: () => import('./nn'),
  en: () => import('./en'),
}

/** Fetches the texts of a language and makes t() speak it. Call it before rendering. */
export async function loadLanguage(language: Language): Promise<void> {
  const loaded = await loaders[language]()
  dictionary = loaded.default
  current = language
  plural = new Intl.PluralRules(locales[language])
}

/** The language that t() speaks now. */
export function language(): Language {
  return current
}

function lookUp(key: string): Text {
  const dot = key.indexOf('.')
  const area = dictionary?.[key.slice(0, dot) as keyof Dictionary] as Readonly<Record<string, Text>> | undefined
  const text = area?.[key.slice(dot + 1)]
  if (text === undefined) throw new Error(`no text for ${key} in ${current}`)
  return text
}

function fill(text: Text, params: Params): string {
  const form = typeof text === 'string' ? text : plural.select(Number(params['n'])) === 'one' ? text.one : text.other
  return form.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name]
    if (value === undefined) return whole
    return typeof value === 'number' ? formatNumber(value) : value
  })
}

/**
 * The text for a key in the language of the page, with {placeholders} filled in.
 * Numbers are written in the locale; hand a string to write one yourself (a year).
 */
export function t<K extends Key>(key: K, ...args: Arguments<K>): string {
  return fill(lookUp(key), (args[0] ?? {}) as Params)
}

/** Tells whether a key that was put together from data (a problem type, a state) exists; narrows it for t(). */
export function hasText(key: string): key is Key {
  try {
    lookUp(key)
    return true
  } catch {
    return false
  }
}

/**
 * Like t(), for texts that hold a link or emphasis: `<a>…</a>` in the text is
 * handed to parts.a, which gives back what to show. Nothing is parsed as HTML.
 */
export function rich<K extends Key>(
  key: K,
  parts: Readonly<Record<string, (inner: string) => ComponentChildren>>,
  ...args: Arguments<K>
): ComponentChildren[] {
  const text = t(key, ...args)
  const out: ComponentChildren[] = []
  let from = 0
  for (const match of text.matchAll(/<(\w+)>(.*?)<\/\1>/g)) {
    const [whole, name = '', inner = ''] = match
    out.push(text.slice(from, match.index), parts[name]?.(inner) ?? inner)
    from = match.index + whole.length
  }
  out.push(text.slice(from))
  return out
}
