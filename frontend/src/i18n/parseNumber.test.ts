import { describe, expect, test } from 'vitest'
import type { Language } from './language'
import { parseNumber } from './parseNumber'

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
    ['-0', 'nb', 0],
  ]
  test.each(rows)('%j in %s is %j', (typed, language, number) => {
    expect(parseNumber(typed, language)).toBe(number)
  })

  test.each(['abc', '12 kWh', '1.2.3', '1,2,3', '1.23,456.7', '12.34.567', ',', '-', '1e5', '--1', '0x1f', '%'])('%j cannot be read', (typed) => {
    expect(parseNumber(typed, 'nb')).toBeNaN()
  })
})
