import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Text } from './dictionary'
import { formatDate, formatLastDay, formatList, formatNumber, formatShare, formatTime, writeNumber } from './format'
import { type Language, languages, preferredLanguage, rememberLanguage } from './language'
import en from './en'
import nb from './nb'
import nn from './nn'
import { hasText, language, loadLanguage, rich, t } from './t'

const all = { nb, nn, en } as Readonly<Record<Language, Readonly<Record<string, Readonly<Record<string, Text>>>>>>
const forms = (text: Text): string[] => (typeof text === 'string' ? [text] : [text.one, text.other])
const names = (text: Text) => new Set(forms(text).flatMap((form) => [...form.matchAll(/[{<]\/?(\w+)[}>]/g)].map((match) => match[1])))

describe.each(['nn', 'en'] as const)('the texts in %s', (other) => {
  const rows = Object.entries(nb).flatMap(([area, texts]) => Object.entries(texts).map(([key, text]) => [area, key, text as Text] as const))

  test('have the same keys as bokmål', () => {
    const keys = (language: Language) => Object.entries(all[language]).flatMap(([area, texts]) => Object.keys(texts).map((key) => `${area}.${key}`))
    expect(keys(other).sort()).toEqual(keys('nb').sort())
  })

  test('have the same placeholders and marks', () => {
    const wrong = rows.filter(([area, key, text]) => {
      const theirs = all[other][area]?.[key]
      return theirs === undefined || [...names(theirs)].sort().join() !== [...names(text)].sort().join()
    })
    expect(wrong.map(([area, key]) => `${area}.${key}`)).toEqual([])
  })
})

test.each(languages)('no text in %s is empty or has stray blanks', (language) => {
  const faulty = Object.entries(all[language]).flatMap(([area, texts]) =>
    Object.entries(texts).filter(([, text]) => forms(text).some((form) => form === '' || form !== form.trim() || /\s{2}/.test(form))).map(([key]) => `${area}.${key}`),
  )
  expect(faulty).toEqual([])
})

describe('t', () => {
  test('speaks the language that was loaded', async () => {
    await loadLanguage('nn')
    expect(language()).toBe('nn')
    expect(t('common.loading')).toBe('Hentar …')
    await loadLanguage('en')
    expect(t('common.loading')).toBe('Loading…')
  })

  test('fills in, writes numbers in the locale, and picks the plural', async () => {
    await loadLanguage('nb')
    expect(t('charts.municipalities', { n: 1 })).toBe('1 kommune')
    expect(t('charts.municipalities', { n: 1234 })).toBe('1\u00a0234 kommuner')
    expect(t('common.savedAt', { time: '14:02' })).toBe('Lagret 14:02 – ikke sendt inn')
  })

  test('throws for a key that is not there, and hasText tells', () => {
    expect(hasText('errors.offline')).toBe(true)
    expect(hasText('errors.nonsense')).toBe(false)
    expect(() => t('errors.nonsense' as 'errors.offline')).toThrow('errors.nonsense')
  })

  test('rich hands the marked part over and parses nothing else', async () => {
    await loadLanguage('nb')
    const parts = rich('statements.accessibility.authority', { uu: (inner) => `[${inner}]` })
    expect(parts.join('')).toContain('[uutilsynet.no]')
    expect(parts.join('')).not.toContain('<')
  })
})

describe('formats', () => {
  beforeEach(() => loadLanguage('nb'))
  test('numbers', () => {
    expect(formatNumber(1234567.891)).toBe('1\u00a0234\u00a0567,891')
    expect(formatNumber(3, 1)).toBe('3,0')
    expect(formatNumber(0)).toBe('0')
    expect(formatNumber(null)).toBe('–')
    expect(formatNumber(NaN)).toBe('–')
    expect(formatShare(0.125, 1)).toBe('12,5\u00a0%')
    expect(writeNumber(-1234.5)).toBe('-1234,5')
    expect(writeNumber(null)).toBe('')
  })
  test('dates: a plain date is a day, wherever one is', () => {
    expect(formatDate('2026-05-01')).toBe('1. mai 2026')
    expect(formatTime(new Date(2026, 4, 1, 9, 5))).toBe('09:05')
  })
  test('a round that closes at midnight has the day before as its last', () => {
    expect(formatLastDay(new Date(2026, 4, 16).toISOString())).toBe('15. mai 2026')
    expect(formatLastDay(new Date(2026, 4, 15, 12).toISOString())).toBe('15. mai 2026')
  })
  test('lists', () => {
    expect(formatList(['Gol', 'Ål', 'Hol'])).toBe('Gol, Ål og Hol')
  })
  test('English has its own', async () => {
    await loadLanguage('en')
    expect(formatNumber(1234.5)).toBe('1,234.5')
    expect(formatDate('2026-05-01')).toBe('1 May 2026')
  })
})

describe('preferredLanguage', () => {
  afterEach(() => localStorage.clear())
  test('takes the first of the browser that we have', () => {
    expect(preferredLanguage(['sv-SE', 'nn-NO', 'en'])).toBe('nn')
    expect(preferredLanguage(['no', 'en'])).toBe('nb')
    expect(preferredLanguage(['de'])).toBe('nb')
  })
  test('an earlier choice goes first', () => {
    rememberLanguage('en')
    expect(preferredLanguage(['nb'])).toBe('en')
  })
})
