import { beforeEach, describe, expect, test } from 'vitest'
import { formatTyped, formatValue } from './formatValue'
import { loadLanguage } from './t'

beforeEach(() => loadLanguage('nb'))

test('a number stands before its unit, with the decimals it is given', () => {
  expect(formatValue(1234.56, { unit: '%', decimals: 1 })).toBe('1\u00a0234,6\u00a0%')
  expect(formatValue(7.45, { unit: '%' })).toBe('7,45\u00a0%')
  expect(formatValue(0, { unit: 'kr', decimals: 0 })).toBe('0\u00a0kr')
})

test('what was typed has the decimals of its kind at least, and all that were given', () => {
  const of = (value: number) => formatTyped(value, { unit: '%', decimals: 1 })
  expect([4, 4.25, 0.1 + 0.2].map(of)).toEqual(['4,0\u00a0%', '4,25\u00a0%', '0,3\u00a0%'])
  expect(formatTyped(null, { unit: '%', decimals: 1 })).toBe('–')
})

test('no line breaks inside a number of the unit, and it may break between its words', () => {
  expect(formatValue(1.8, { unit: 'per 10 000 innbyggere', decimals: 1 })).toBe('1,8\u00a0per 10\u00a0000 innbyggere')
})

test('English writes the per cent sign right after the number', async () => {
  await loadLanguage('en')
  expect(formatValue(7.4, { unit: '%', decimals: 1 })).toBe('7.4%')
  expect(formatValue(7, { unit: 'kWh' })).toBe('7\u00a0kWh')
})

test('no figure has no unit', () => {
  for (const type of ['percent', 'yes_partly_no', 'parts'] as const) expect(formatValue(undefined, { unit: '%', type })).toBe('–')
})

test('a ratio is a bare number', () => {
  expect(formatValue(2.6, { unit: 'forholdstall', decimals: 1, type: 'ratio' })).toBe('2,6')
})

describe('yes, partly and no', () => {
  const measure = { unit: 'ja/delvis/nei', decimals: 0, type: 'yes_partly_no' } as const
  test('are words', () => {
    expect([100, 50, 0].map((value) => formatValue(value, measure))).toEqual(['Ja', 'Delvis', 'Nei'])
  })
  test('between them, as a mean may be, there are the words on both sides', async () => {
    expect([25, 75].map((value) => formatValue(value, measure))).toEqual(['mellom nei og delvis', 'mellom delvis og ja'])
    await loadLanguage('en')
    expect(formatValue(66.7, measure)).toBe('between partly and yes')
  })
})

test('a unit that says how much there can be stands as "of so many", in each language', async () => {
  expect(formatValue(2, { unit: 'poeng (0–3)', decimals: 0, type: 'parts' })).toBe('2 av 3 poeng')
  await loadLanguage('nn')
  expect(formatValue(3, { unit: 'sektorar (0–4)', decimals: 0, type: 'parts' })).toBe('3 av 4 sektorar')
  await loadLanguage('en')
  expect(formatValue(0, { unit: 'points (0–3)', decimals: 0, type: 'parts' })).toBe('0 of 3 points')
})
