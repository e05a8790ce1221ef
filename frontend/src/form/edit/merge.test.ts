import { expect, test } from 'vitest'
import type { Form, Item } from '../form'
import { differences, merged, type Written } from './merge'

const item = (name: string, label = name): Item => ({ kind: 'whole', name, label: { nb: label } })
const written = (items: readonly Item[], some: Partial<Written> = {}, lists?: Form['lists']): Written => ({
  name: 'Skjema',
  indicators: undefined,
  form: { id: 'q', version: '1', title: { nb: 'Skjema' }, languages: ['nb'], items, ...(lists ? { lists } : {}) },
  ...some,
})

test('what only one of two people changed is taken from that one, wherever it stands', () => {
  const base = written([item('a'), item('b'), item('c')])
  const mine = written([item('c'), item('a', 'A mine')], { name: 'Mitt' })
  const theirs = written([item('a'), item('new'), item('b'), item('c', 'C theirs')], { indicators: ['1.1'] })
  const by = { base, mine, theirs }
  expect(differences(by).map(({ key, by: whose }) => `${key} ${whose}`)).toEqual(['name mine', 'indicators theirs', 'item:c theirs', 'item:a mine', 'item:new theirs', 'item:b mine'])
  const both = merged(by)
  expect(both.name).toBe('Mitt')
  expect(both.indicators).toEqual(['1.1'])
  expect(both.form.items.map(({ name, label }) => `${name} ${label?.['nb']}`)).toEqual(['c C theirs', 'a A mine', 'new new'])
})

test('what both changed is mine until it is chosen, also where one of them took it away', () => {
  const base = written([item('a'), item('b')], {}, { county: [{ name: 'x', label: { nb: 'X' } }] })
  const mine = written([item('a', 'mine'), item('b', 'mine')], {}, { county: [{ name: 'x', label: { nb: 'mine' } }] })
  const theirs = written([item('a', 'theirs')], {}, { county: [{ name: 'x', label: { nb: 'theirs' } }] })
  const by = { base, mine, theirs }
  expect(differences(by).filter((one) => one.by === 'both').map(({ key }) => key)).toEqual(['item:a', 'item:b', 'list:county'])
  expect(merged(by)).toEqual(mine)
  expect(merged(by, { 'item:a': 'theirs', 'item:b': 'theirs', 'list:county': 'theirs' })).toEqual(theirs)
})

test('the order in which the server writes keys is no difference', () => {
  const base = written([item('a')])
  const theirs = written([{ label: { nb: 'a' }, name: 'a', kind: 'whole' }])
  expect(differences({ base, mine: base, theirs })).toEqual([])
})
