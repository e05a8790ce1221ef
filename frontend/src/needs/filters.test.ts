import { describe, expect, test } from 'vitest'
import { daysAfter, daysBetween } from './days'
import { isNarrowed, needQuery, readFilter } from './filters'

const read = (text: string) => readFilter(new URLSearchParams(text))
const region = '01a205fb-7ae9-7316-b887-a6ee4337b155'

describe('the filter in the address', () => {
  test('is read, and what can’t be meant is left out', () => {
    expect(read(`goal=6&region=${region}&deadline=30&q=+vann+`)).toEqual({ goal: 6, region, deadline: '30', word: 'vann' })
    for (const text of ['', 'goal=0', 'goal=18', 'goal=6.5', 'goal=six', 'region=hallingdal', 'deadline=tomorrow', 'q=+']) {
      expect(read(text)).toEqual({ goal: null, region: null, deadline: 'open', word: '' })
    }
    expect(read(`q=${'a'.repeat(150)}`).word).toHaveLength(100)
  })

  test('counts as narrowed only by what narrows', () => {
    expect(isNarrowed(read(''))).toBe(false)
    expect(isNarrowed(read('deadline=all'))).toBe(false)
    for (const text of ['goal=1', `region=${region}`, 'deadline=90', 'q=x']) expect(isNarrowed(read(text))).toBe(true)
  })
})

test('past deadlines are left out unless they are asked for', () => {
  expect(needQuery(read(''), '2026-11-23')).toEqual({ sort: 'deadline', deadlineFrom: '2026-11-23' })
  expect(needQuery(read('deadline=all'), '2026-11-23')).toEqual({ sort: 'deadline' })
  expect(needQuery(read('deadline=30&goal=6&q=vann'), '2026-11-23')).toEqual({ sort: 'deadline', goal: 6, q: 'vann', deadlineFrom: '2026-11-23', deadlineTo: '2026-12-23' })
})

test('days are counted over months, years and the change of clocks', () => {
  expect(daysAfter('2026-12-31', 1)).toBe('2027-01-01')
  expect(daysAfter('2028-02-28', 1)).toBe('2028-02-29')
  expect(daysAfter('2026-03-01', -1)).toBe('2026-02-28')
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
  expect(daysBetween('2026-01-02', '2026-01-01')).toBe(-1)
})
