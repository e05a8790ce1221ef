import { beforeEach, expect, test } from 'vitest'
import { loadLanguage } from '~/i18n'
import { anIndicator } from '~/testing/region'
import { bandValues } from './bandValues'

beforeEach(() => loadLanguage('nb'))

const ranges = [
  [95, 100],
  [66, 95],
  [33, 66],
  [0, 33],
] as const
const values = (...[bounds, indicator, middle]: [Parameters<typeof bandValues>[1], Parameters<typeof bandValues>[2], number?]) =>
  ranges.map(([from, to]) => bandValues({ from, to }, bounds, indicator, middle).replaceAll('\u00a0', ' '))

test('where less is better the ends change places', () => {
  expect(values({ lower: 50, optimum: 0 }, anIndicator({ direction: 'lower' }))).toEqual(['2,5 % eller mindre', '2,5 til 17,0 %', '17,0 til 33,5 %', 'over 33,5 %'])
})

test('a cut between two whole numbers is told with a decimal', () => {
  expect(values({ lower: 0, optimum: 3 }, anIndicator({ unit: 'poeng (0–3)', decimals: 0, type: 'parts' }))[0]).toBe('2,9 av 3 poeng eller mer')
})

test('yes, partly and no are words; a band that none of them gives has none', () => {
  expect(values({ lower: 0, optimum: 100 }, anIndicator({ unit: 'ja/delvis/nei', type: 'yes_partly_no' }))).toEqual(['Ja', '–', 'Delvis', 'Nei'])
})

test('where the middle is best it is the distance that counts', () => {
  expect(values({ lower: 50, optimum: 0 }, anIndicator({ direction: 'middle', decimals: 0 }), 50)).toEqual([
    '2,5 prosentpoeng eller mindre fra 50 %',
    '2,5 til 17 prosentpoeng fra 50 %',
    '17 til 33,5 prosentpoeng fra 50 %',
    'over 33,5 prosentpoeng fra 50 %',
  ])
})

test('without bounds no value gives a band', () => {
  expect(values({ lower: 1 }, anIndicator())).toEqual(['–', '–', '–', '–'])
})
