import { expect, test } from 'vitest'
import { numberPlace, ofNumber } from './asked'

test('a number is named by a goal or by an indicator', () => {
  expect(ofNumber('9')).toEqual({ goal: 9 })
  expect(ofNumber('9.4-ev')).toEqual({ indicator: '9.4-ev' })
  expect(ofNumber('13')).toEqual({ goal: 13 })
})

test('the way to a number keeps round, cohort and municipality', () => {
  expect(numberPlace({ region: 'r', number: '9' }, {})).toBe('/numbers/r/9')
  expect(numberPlace({ region: 'r', number: '9.4-ev', municipality: 'm' }, { round: 'x', cohort: 'Kull 1' })).toBe('/numbers/r/9.4-ev?municipality=m&round=x&cohort=Kull+1')
})
