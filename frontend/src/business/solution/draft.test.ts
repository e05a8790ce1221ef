import { beforeAll, describe, expect, test } from 'vitest'
import { loadLanguage } from '~/i18n'
import { solutionSample } from '../sample'
import { check, controlOf, draftOf, editOf, emptyDraft, lacking, languagesOf, newEffect } from './draft'
import { differences } from './StaleSolution'

beforeAll(() => loadLanguage('nb'))

describe('what is sent', () => {
  test('is what the contract takes, and the same after a round trip', () => {
    const edit = editOf(draftOf(solutionSample()))
    expect(edit).toEqual({
      title: { nb: 'Lytteposter' },
      summary: { nb: 'Finner lekkasjer.' },
      description: { nb: 'Settes i kummer.' },
      goals: [6],
      targets: ['6.4'],
      indicators: [{ code: '6.4-leak', effect: 'lavere', proof: 'measured' }],
      cpv: ['38421100'],
      regionIds: [],
      trl: 8,
      marketState: '',
      priceModel: '',
      references: '',
      website: '',
    })
  })

  test('leaves out empty texts, targets of goals taken away, and regions when it is offered everywhere', () => {
    const draft = { ...emptyDraft(), title: { nn: ' Lyttepostar ', nb: '  ' }, goals: [13], targets: ['6.4', '13.2'], regionIds: ['r1'] }
    expect(editOf(draft)).toMatchObject({ title: { nn: 'Lyttepostar' }, targets: ['13.2'], regionIds: [] })
    expect(editOf({ ...draft, everywhere: false }).regionIds).toEqual(['r1'])
  })
})

describe('what can be told before sending', () => {
  test('a draft needs a name and no more', () => {
    expect(check(emptyDraft(), ['nb']).map(({ field }) => field)).toEqual(['title-nb'])
    expect(check({ ...emptyDraft(), title: { en: 'Listening posts' } }, ['nb', 'en'])).toEqual([])
  })

  test('what is begun must be whole', () => {
    const draft = { ...draftOf(solutionSample()), indicators: [newEffect()], everywhere: false, website: 'lytt.example' }
    expect(check(draft, ['nb'], 'vann').map(({ field }) => field)).toEqual(['indicators-0-code', 'indicators-0-proof', 'cpv', 'regionIds', 'website'])
  })
})

test('what a solution lacks before it can be sent in', () => {
  expect(lacking(solutionSample())).toEqual([])
  expect(lacking(solutionSample({ title: {}, summary: { nb: ' ' }, goals: [], targets: [], indicators: [], cpv: [] }))).toEqual(['title', 'summary', 'goals', 'indicators'])
  expect(lacking(solutionSample({ targets: [], indicators: [] }))).toEqual([])
})

test('the form shows the languages something is written in, else that of the page', () => {
  expect(languagesOf(emptyDraft())).toEqual(['nb'])
  expect(languagesOf({ ...emptyDraft(), title: { en: 'x', nb: ' ' }, description: { nn: 'y' } })).toEqual(['nn', 'en'])
})

test('the server’s fields lead to controls that exist', () => {
  const shown = ['nn', 'en'] as const
  expect(['title', 'title-en', 'title-nb', 'summary', 'cpv-3', 'regionIds-0', 'targets-1', 'indicators', 'indicators-0-proof', 'trl'].map((field) => controlOf(field, shown))).toEqual([
    'title-nn',
    'title-en',
    'title-nn',
    'summary-nn',
    'cpv',
    'regionIds',
    'goals',
    'indicators',
    'indicators-0-proof',
    'trl',
  ])
})

test('two descriptions differ where they do, whatever the order of languages', () => {
  const mine = editOf(draftOf(solutionSample({ title: { nn: 'b', nb: 'a' } })))
  const theirs = editOf(draftOf(solutionSample({ title: { nb: 'a', nn: 'b' }, trl: 7, references: 'En' })))
  expect(differences(mine, theirs)).toEqual(['Modenhet', 'Referanser'])
})
