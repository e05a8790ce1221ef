import { expect, test } from 'vitest'
import { address, readPeriod, shownPeriod, withCohort, withTime, writePeriod } from './period'
import { publicPlaces, regionPlaces } from './places'
import type { Round } from './types'

test('a round wins over a year, and nonsense is no year', () => {
  expect(readPeriod(new URLSearchParams('round=r1&year=2024'))).toEqual({ round: 'r1' })
  expect(readPeriod(new URLSearchParams('year=2024'))).toEqual({ year: 2024 })
  for (const year of ['', '0', '-3', '20.4', 'x']) expect(readPeriod(new URLSearchParams({ year }))).toEqual({})
})

test('a period is written back as it was read', () => {
  for (const period of [{ round: 'r1' }, { year: 2024 }, {}, { round: 'r1', cohort: '1' }, { year: 2024, cohort: '1' }, { cohort: '1' }]) {
    expect(readPeriod(new URLSearchParams(address('', writePeriod(period)).slice(1)))).toEqual(period)
  }
})

test('charts show what the server showed, also when nothing was asked for', () => {
  expect(shownPeriod({ round: { id: 'r1' }, year: 2025 })).toEqual({ round: 'r1' })
  expect(shownPeriod({ year: 2025 })).toEqual({ year: 2025 })
  expect(shownPeriod({})).toEqual({})
})

test('the levels have addresses that can be shared, with the period kept', () => {
  const period = { round: 'r1' }
  expect(publicPlaces.region('a', {})).toBe('/status/a')
  expect(publicPlaces.municipality('a', 'm', period)).toBe('/status/a/m?round=r1')
  expect(publicPlaces.indicator('a', '6.1', { year: 2024 }, 'c')).toBe('/indicators/6.1?region=a&year=2024&catalogue=c')
  expect(publicPlaces.answers).toBeUndefined()
  expect(regionPlaces.municipality('a', 'm', period)).toBe('/region/status/m?region=a&round=r1')
  expect(regionPlaces.answers?.('x', '6.1')).toBe('/region/answers/x?code=6.1')
})

const aRound = (id: string, cohort: string, state = 'open') => ({ id, cohort, state }) as Round
const periods = { rounds: [aRound('planned', '', 'scheduled'), aRound('first', '1'), aRound('all', '')], years: [2025, 2024] }

test('another round or year keeps a cohort that was chosen, not one that the round had', () => {
  expect(withTime(periods, { round: 'first', cohort: '1' }, { round: 'all' })).toEqual({ round: 'all' })
  expect(withTime(periods, { round: 'all', cohort: '2' }, { year: 2024 })).toEqual({ year: 2024, cohort: '2' })
  expect(withTime(periods, { round: 'all', cohort: '2' }, { round: 'first' })).toEqual({ round: 'first', cohort: '1' })
})

test('another cohort is looked at in a round that asks it', () => {
  expect(withCohort(periods, { round: 'first', cohort: '1' }, '2')).toEqual({ round: 'all', cohort: '2' })
  expect(withCohort(periods, { round: 'first', cohort: '1' }, '')).toEqual({ round: 'all' })
  expect(withCohort(periods, { round: 'all' }, '1')).toEqual({ round: 'all', cohort: '1' })
  expect(withCohort(periods, { year: 2024, cohort: '1' }, '')).toEqual({ year: 2024 })
  expect(withCohort({ rounds: [aRound('first', '1')], years: [2025] }, { round: 'first' }, '')).toEqual({ year: 2025 })
})
