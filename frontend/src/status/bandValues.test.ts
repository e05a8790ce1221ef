import { beforeEach, expect, test } from 'vitest'
import { loadLanguage } from '~/i18n'
import { anIndicator } from '~/testing/region'
import { bandValues } from './bandValues'

beforeEach(() => loadLanguage('nb'))

const values = (limits: readonly number[], decimals: number, ...[indicator, middle]: [Parameters<typeof bandValues>[1], number?]) =>
  [95, 66, 33, 0].map((from, i) =>
    bandValues({ from, to: [100, 95, 66, 33][i] ?? 0, worst: limits[i + 1] ?? 0, best: limits[i] ?? 0, decimals }, indicator, middle).replaceAll('\u00a0', ' '),
  )

test('where less is better the ends change places', () => {
  expect(values([0, 2.5, 17, 33.5, 50], 1, anIndicator({ direction: 'lower' }))).toEqual(['2,5 % eller mindre', '2,5 til 17,0 %', '17,0 til 33,5 %', 'over 33,5 %'])
})

test('a limit has the decimals that came with it', () => {
  expect(values([3, 2.85, 1.98, 0.99, 0], 1, anIndicator({ unit: 'poeng (0–3)', decimals: 0, type: 'parts' }))[0]).toBe('2,9 av 3 poeng eller mer')
})

test('yes, partly and no are words; a band that none of them gives has none', () => {
  const choice = anIndicator({ unit: 'ja/delvis/nei', type: 'yes_partly_no' })
  const told = (answers: number[]) => bandValues({ from: 0, to: 33, worst: 0, best: 33, decimals: 0, answers }, choice)
  expect([[100], [], [50, 0]].map(told)).toEqual(['Ja', '–', 'Delvis og nei'])
})

test('where the middle is best it is the distance that counts', () => {
  expect(values([0, 2.5, 17, 33.5, 50], 1, anIndicator({ direction: 'middle', decimals: 0 }), 50)).toEqual([
    '2,5 prosentpoeng eller mindre fra 50 %',
    '2,5 til 17,0 prosentpoeng fra 50 %',
    '17,0 til 33,5 prosentpoeng fra 50 %',
    'over 33,5 prosentpoeng fra 50 %',
  ])
})
