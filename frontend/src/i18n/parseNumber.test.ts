import { describe, expect, test } from 'vitest'
import type { Language } from './language'
import { formatNumber, writeNumber } from './format'
import cases from './numbers.json'
import { otherReading, parseNumber } from './parseNumber'
import { loadLanguage } from './t'

describe('parseNumber', () => {
  // The server reads numbers in spreadsheets by the same rule, and is held against the same cases.
  test.each(cases)('$typed in $language is $number', ({ typed, language, whole, number }) => {
    expect(parseNumber(typed, { language: language as Language, whole })).toBe(number ?? NaN)
  })
  test.each(['', '   '])('%j is nothing', (typed) => {
    expect(parseNumber(typed, 'nb')).toBeNull()
  })
})

describe('what may have been meant otherwise', () => {
  test.each([
    ['1.234', 'nb', 1234],
    ['1,234', 'nb', 1234],
    ['-1,234', 'nb', -1234],
    ['1,234', 'en', 1.234],
    ['1.234', 'en', 1234],
    ['0,234', 'nb', undefined],
    ['1,23', 'nb', undefined],
    ['1234', 'nb', undefined],
    ['1 234', 'nb', undefined],
    ['1.234,5', 'nb', undefined],
  ] as const)('%j in %s: %j', (typed, language, other) => {
    expect(otherReading(typed, { language })).toBe(other)
  })
  test('but a whole number has one meaning', () => {
    expect(otherReading('1.234', { language: 'nb', whole: true })).toBeUndefined()
  })
})

describe.each(['nb', 'nn', 'en'] as const)('in %s', (language) => {
  test('what is shown back reads as the same number, and what is read is finite or NaN', async () => {
    await loadLanguage(language)
    let seed = 20261123
    const next = (most: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % most
    const signs = ['1', '0', '23', '456', ' ', '\u00a0', '.', ',', '-', '%', 'kr', "'", 'e', '\t']
    for (let i = 0; i < 3000; i++) {
      const number = (next(2) ? 1 : -1) * (next(10_000_000) / 10 ** next(4))
      const value = number === 0 ? 0 : number
      expect(parseNumber(writeNumber(value)), writeNumber(value)).toBe(value)
      expect(parseNumber(formatNumber(value).replace('\u2212', '-')), formatNumber(value)).toBeCloseTo(value, 3)
      const typed = Array.from({ length: next(6) }, () => signs[next(signs.length)]).join('')
      const read = parseNumber(typed)
      expect(read === null || Number.isNaN(read) || Number.isFinite(read), typed).toBe(true)
    }
  })
})
