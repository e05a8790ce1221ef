import { describe, expect, test } from 'vitest'
import type { Language } from './language'
import { formatNumber, writeNumber } from './format'
import { otherReading, parseNumber } from './parseNumber'
import { loadLanguage } from './t'

describe('parseNumber', () => {
  const rows: [typed: string, language: Language, number: number | null][] = [
    ['', 'nb', null],
    ['   ', 'nb', null],
    ['0', 'nb', 0],
    ['12', 'nb', 12],
    ['1234,5', 'nb', 1234.5],
    ['1234.5', 'nb', 1234.5],
    ['1 234,5', 'nb', 1234.5],
    ['1\u00a0234,5', 'nb', 1234.5],
    ['1\u202f234\u202f567', 'nb', 1234567],
    ['1.234,5', 'nb', 1234.5],
    ['1,234.5', 'nb', 1234.5],
    ['1.234.567', 'nb', 1234567],
    ['1,234,567', 'nn', 1234567],
    ['1.234', 'nb', 1.234],
    ['1,234', 'nb', 1.234],
    ['1,234', 'en', 1234],
    ['1,23', 'en', 1.23],
    ['12,345,678.9', 'en', 12345678.9],
    ['-3', 'nb', -3],
    ['\u22123,5', 'nb', -3.5],
    ['+4', 'nb', 4],
    [',5', 'nb', 0.5],
    ['5,', 'nb', 5],
    ['12 %', 'nb', 12],
    ['1\u20092\u00a0', 'nb', NaN],
    ["1'234'567.5", 'en', 1234567.5],
    ['kr 1 200,-', 'nb', 1200],
    ['1 200 kr', 'nn', 1200],
    ['Kr. 12,50', 'nb', 12.5],
    ['- 3 500', 'nb', -3500],
    ['-0', 'nb', 0],
  ]
  test.each(rows)('%j in %s is %j', (typed, language, number) => {
    expect(parseNumber(typed, language)).toBe(number)
  })

  test.each(['abc', '12 kWh', '1.2.3', '1,2,3', '1.23,456.7', '12.34.567', ',', '-', '1e5', '--1', '0x1f', '%', '12 34', '1 2', '12\t34', '1 2345', '1 234 56', 'kr'])('%j cannot be read', (typed) => {
    expect(parseNumber(typed, 'nb')).toBeNaN()
  })
})

describe('a whole number', () => {
  test.each([
    ['1.234', 1234],
    ['1,234', 1234],
    ['12.345.678', 12345678],
    ['1.23', 1.23],
    ['1.234,5', 1234.5],
    ['0.123', 0.123],
  ] as const)('%j is %j', (typed, number) => {
    expect(parseNumber(typed, { language: 'nb', whole: true })).toBe(number)
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
