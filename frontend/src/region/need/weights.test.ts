import { expect, test } from 'vitest'
import { pointsOf, sumOf, triedOf } from './weights'

test('weights of an address are tried only when they are six and sum to 100', () => {
  expect(triedOf('30-20-20-15-10-5')).toBe('30-20-20-15-10-5')
  expect(triedOf('30-20-20-15-10-6')).toBeNull()
  expect(triedOf('100')).toBeNull()
  expect(triedOf('100-0-0-0-0-x')).toBeNull()
  expect(triedOf(null)).toBeNull()
  expect(pointsOf('100-0-0-0-0-0')).toEqual([100, 0, 0, 0, 0, 0])
})

test('only whole points from 0 to 100 have a sum', () => {
  expect(sumOf([50, 50, 0])).toBe(100)
  for (const wrong of [null, Number.NaN, -1, 0.5, 101]) expect(sumOf([wrong, 100])).toBeUndefined()
})
