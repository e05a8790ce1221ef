import { beforeAll, describe, expect, test } from 'vitest'
import { loadLanguage } from '~/i18n'
import { aQuestion, anAnswer } from '../testing'
import { corrects, type Draft, draftOf, editOf, isBlank, lacksOf } from './draft'

beforeAll(() => loadLanguage('nb'))

const blank = draftOf(undefined)
const draft = (some: Partial<Draft>): Draft => ({ ...blank, ...some })
const number = aQuestion({ type: 'percent', decimals: 1 })
const yesNo = aQuestion({ type: 'yes_partly_no' })
const inParts = aQuestion({
  type: 'parts',
  parts: [
    { key: 'all', type: 'count', label: 'Alle' },
    { key: 'open', type: 'yes_no', label: 'Åpne' },
  ],
})
const statistic = { state: 'value' as const, value: 7.4, year: 2024, source: 'SSB 12944' }
const fields = (...of: Parameters<typeof lacksOf>) => lacksOf(...of).map(({ field }) => field)

test('nothing in the fields is no answer, and takes away one that was there', () => {
  expect(isBlank(number, blank)).toBe(true)
  expect(editOf(number, blank)).toBeNull()
  expect(isBlank(number, draft({ comment: '  ' }))).toBe(true)
  expect(isBlank(number, draft({ value: 0 }))).toBe(false)
  expect(isBlank(inParts, draft({ parts: { all: null } }))).toBe(true)
  expect(isBlank(inParts, draft({ parts: { all: 0 } }))).toBe(false)
})

test('zero is a value, and goes out as one', () => {
  expect(lacksOf(number, undefined, draft({ value: 0 }))).toEqual([])
  expect(editOf(number, draft({ value: 0 }))).toMatchObject({ state: 'value', value: 0 })
})

describe('what is missing', () => {
  test('a number that is not there, or cannot be read', () => {
    expect(fields(number, undefined, draft({ comment: 'Kommer' }))).toEqual(['value'])
    expect(lacksOf(number, undefined, draft({ value: NaN }))[0]?.message).toContain('Skriv et tall')
  })
  test('each part of an answer in parts', () => {
    expect(fields(inParts, undefined, draft({ parts: { all: 3 } }))).toEqual(['part-open'])
    expect(fields(inParts, undefined, draft({ parts: { all: 3, open: 0 } }))).toEqual([])
  })
  test('a choice', () => {
    expect(fields(yesNo, undefined, draft({ source: 'x' }))).toEqual(['choice'])
    expect(fields(yesNo, undefined, draft({ choice: 'partly' }))).toEqual([])
  })
  test.each(['no_data', 'not_applicable', 'declined'] as const)('the reason for %s, which must be more than blanks', (state) => {
    expect(fields(number, statistic, draft({ state, reason: '  x ' }))).toEqual(['reason'])
    expect(fields(number, statistic, draft({ state, reason: 'Ikke målt' }))).toEqual([])
  })
  test('a whole reason for giving priority, where there is one', () => {
    expect(fields(number, undefined, draft({ value: 8.1, priorityReason: ' ja ' }))).toEqual(['priorityReason'])
    expect(fields(number, undefined, draft({ value: 8.1, priorityReason: 'Vedtatt' }))).toEqual([])
    expect(fields(number, undefined, draft({ priorityReason: 'Vedtatt' }))).toEqual(['value'])
  })
  test('why a figure differs from the statistics', () => {
    expect(fields(number, statistic, draft({ value: 8.1 }))).toEqual(['overrideReason'])
    expect(fields(number, statistic, draft({ value: 8.1, overrideReason: 'Telt på nytt' }))).toEqual([])
    expect(fields(number, statistic, draft({ value: 7.4 }))).toEqual([])
  })
})

describe('corrects: as both figures are shown', () => {
  test.each([
    [7.4, false],
    [7.44, false],
    [7.45, false],
    [7.46, true],
    [0, true],
    [NaN, false],
    [null, false],
  ])('%d against 7.4 with one decimal: %s', (value, differs) => {
    expect(corrects(number, statistic, value)).toBe(differs)
  })
  test('a suppressed figure corrects nothing', () => {
    expect(corrects(number, { state: 'suppressed', year: 2024, source: 'SSB' }, 5)).toBe(false)
  })
})

describe('editOf', () => {
  test('sends a reason alone where there is no value, and nothing of an older one', () => {
    expect(editOf(number, draft({ state: 'no_data', value: 12, overrideReason: 'x', priorityReason: 'Vedtatt', reason: ' Ikke målt ' }))).toEqual({ state: 'no_data', reason: 'Ikke målt', quality: '', source: '', comment: '' })
  })
  test('sends the reason for giving priority with the value', () => {
    expect(editOf(number, draft({ value: 8.1, priorityReason: ' Vedtatt ' }))).toEqual({ state: 'value', value: 8.1, priorityReason: 'Vedtatt', quality: '', source: '', comment: '' })
  })
  test('sends parts in the order of the question, whatever order they were typed in', () => {
    expect(editOf(inParts, draft({ parts: { open: 1, all: 4 } }))).toMatchObject({ parts: [{ key: 'all', value: 4 }, { key: 'open', value: 1 }] })
  })
  test('what came from the server goes back as the same text, so that nothing is saved without a change', () => {
    const answer = anAnswer({ value: 7.4, quality: 'accurate_measurement', source: 'SSB', parts: [] })
    expect(JSON.stringify(editOf(number, draftOf(answer)))).toBe(JSON.stringify(editOf(number, draft({ value: 7.4, quality: 'accurate_measurement', source: ' SSB ' }))))
  })
})
