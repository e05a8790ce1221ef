import { beforeAll, describe, expect, test } from 'vitest'
import { loadLanguage } from '~/i18n'
import { aQuestion, anAnswer } from '../testing'
import { draftOf, type Figure } from './draft'
import { answerText, figureText, standingOf } from './words'

beforeAll(() => loadLanguage('nb'))

const question = aQuestion()
const statistic: Figure = { state: 'value', value: 7.4, year: 2024, source: 'SSB' }

test('a figure from statistics has the decimals of its question, or says why there is none', () => {
  expect(figureText(question, { ...statistic, value: 7 })).toBe('7,0\u00a0%')
  expect(figureText(question, { state: 'suppressed', year: 2024, source: 'SSB' })).toBe('Skjermet i statistikken')
  expect(figureText(aQuestion({ type: 'yes_partly_no' }), { ...statistic, value: 50 })).toBe('Delvis')
})

test('an answer in words: zero, yes, and each way of having none are different', () => {
  const of = (some: Parameters<typeof anAnswer>[0], type: 'percent' | 'yes_partly_no' = 'percent') => answerText(aQuestion({ type }), anAnswer(some))
  expect(of({ value: 0 })).toBe('0,0\u00a0%') // as its statistic beside it
  expect(of({ choice: 'no', value: 0 }, 'yes_partly_no')).toBe('Nei')
  expect(of({ state: 'no_data' })).toBe('Vi har ikke tall')
  expect(of({ state: 'not_applicable' })).toBe('Ikke aktuelt hos oss')
  expect(of({ state: 'declined' })).toBe('Vi ønsker ikke å svare')
  expect(answerText(question, { ...draftOf(undefined), value: 12.25 })).toBe('12,25\u00a0%')
})

describe('how it stands with a question', () => {
  const confirmed = anAnswer({ value: 7.4, origin: 'statistics', statisticValue: 7.4 })
  test.each([
    ['no answer, no statistic', undefined, undefined, 'notAnswered'],
    ['a suppressed statistic', { ...statistic, state: 'suppressed' as const, value: undefined }, undefined, 'notAnswered'],
    ['a statistic nobody confirmed', statistic, undefined, 'unconfirmed'],
    ['a confirmed one', statistic, confirmed, 'confirmed'],
    ['a confirmed one whose statistic has changed since', { ...statistic, value: 9 }, confirmed, 'confirmed'],
    ['a corrected one', statistic, anAnswer({ value: 8.1, statisticValue: 7.4, overrideReason: 'Telt på nytt' }), 'corrected'],
    ['a typed one', undefined, anAnswer({ value: 8.1 }), 'answered'],
    ['no data', statistic, anAnswer({ state: 'no_data', reason: 'Ikke målt' }), 'answered'],
  ] as const)('%s', (_, figure, answer, standing) => {
    expect(standingOf(question, figure as Figure | undefined, answer)).toBe(standing)
  })
  test('half-filled goes before everything', () => {
    expect(standingOf(question, statistic, confirmed, true)).toBe('unfinished')
  })
})
