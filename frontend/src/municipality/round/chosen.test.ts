import { expect, test } from 'vitest'
import { differs, fits, type Item, readFilter } from './chosen'

const item = { goal: 6, additional: false, bottomLine: 'environmental', quality: 'register', chosen: true, reason: '', answered: false, statistic: { state: 'value', value: 1, year: 2024, source: 'SSB' } } as Item

test('filters are read from the address and narrow together', () => {
  const filter = (query: string) => readFilter(new URLSearchParams(query))
  expect(fits(item, filter(''))).toBe(true)
  expect(fits(item, filter('goal=6&line=environmental&kind=core&quality=register&data=yes&status=chosen'))).toBe(true)
  for (const query of ['goal=7', 'line=social', 'kind=additional', 'quality=own', 'data=no', 'status=left', 'goal=6&data=no']) expect(fits(item, filter(query))).toBe(false)
  expect(fits({ ...item, statistic: { state: 'suppressed', year: 2024, source: 'SSB' } } as Item, filter('data=yes'))).toBe(false)
})

test('what is left out of the core, or taken in beside it, is other than the round has it', () => {
  expect([true, false].map((chosen) => differs({ ...item, chosen }))).toEqual([false, true])
  expect([true, false].map((chosen) => differs({ ...item, additional: true, chosen }))).toEqual([true, false])
})
