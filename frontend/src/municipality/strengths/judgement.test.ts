import { beforeAll, describe, expect, test } from 'vitest'
import { loadLanguage } from '~/i18n'
import { editOf, type Judgement, judgementErrors, since, textOf } from './judgement'

const one: Judgement = { id: 'a', kind: 'weakness', goal: 3, text: 'Ingen måler', source: 'Samling', judgedOn: '2026-03-01', endReason: '', version: 1 }

beforeAll(() => loadLanguage('nb'))

describe('what became of a strength or weakness since a round', () => {
  const ended = { ...one, version: 2, endedOn: '2026-04-01', endReason: 'Nå måler noen' }
  test.each([
    ['new', one, []],
    ['same', one, [one]],
    ['changed', { ...one, version: 2 }, [one]],
    ['ended', ended, [one]],
    ['same', ended, [ended]],
  ] as const)('%s', (what, now, then) => expect(since(now, then)).toBe(what))
})

describe('what is sent', () => {
  test('is what was read, where nothing is changed', () => {
    expect(editOf(textOf(one))).toEqual({ kind: 'weakness', goal: 3, text: 'Ingen måler', source: 'Samling', judgedOn: '2026-03-01' })
  })
  test('tells nothing of an end that is not ticked', () => {
    expect(editOf({ ...textOf(one), endedOn: '2026-04-01', endReason: 'x' })).not.toHaveProperty('endedOn')
  })
  test('must be whole', () => {
    expect(judgementErrors(textOf(null)).map(({ field }) => field)).toEqual(['kind', 'text', 'judgedOn'])
    expect(judgementErrors({ ...textOf(one), ended: true }).map(({ field }) => field)).toEqual(['endedOn', 'endReason'])
  })
})
