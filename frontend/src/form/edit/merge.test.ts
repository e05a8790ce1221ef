import { expect, test } from 'vitest'
import type { Form, Item } from '../form'
import { differences, merged, settled, type Written } from './merge'

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

const group = (name: string, items: readonly Item[], label = name): Item => ({ kind: 'group', name, label: { nb: label }, items })
const labels = (items: readonly Item[]): string => items.map(({ label, items: inside }) => (label?.['nb'] ?? '') + (inside ? `(${labels(inside)})` : '')).join(' ')

test('of a group that both changed, each question is taken from who changed it', () => {
  const base = written([group('g', [item('a'), item('b')])])
  const mine = written([group('g', [item('a', 'A mine'), item('b'), item('m')])])
  const theirs = written([group('g', [item('a'), item('b', 'B theirs')], 'G theirs')])
  const by = { base, mine, theirs }
  expect(differences(by).map(({ key, by: whose }) => `${key} ${whose}`)).toEqual(['item:g theirs', 'item:a mine', 'item:b theirs', 'item:m mine'])
  expect(labels(merged(by).form.items)).toBe('G theirs(A mine B theirs m)')
})

test('the order is that of who moved something', () => {
  const base = written([item('a'), item('b')])
  const moved = written([item('b'), item('a')])
  expect(labels(merged({ base, mine: written([item('a', 'A mine'), item('b'), item('m')]), theirs: moved }).form.items)).toBe('b m A mine')
  expect(labels(merged({ base, mine: moved, theirs: written([item('a', 'A theirs'), item('b')]) }).form.items)).toBe('b A theirs')
})

test('a question that they moved into a group and I changed stands once, as it is chosen', () => {
  const base = written([item('a'), group('g', [item('b')])])
  const by = { base, mine: written([item('a', 'A mine'), group('g', [item('b')])]), theirs: written([group('g', [item('b'), item('a')])]) }
  expect(labels(merged(by).form.items)).toBe('A mine g(b)')
  expect(labels(merged(by, { 'item:a': 'theirs' }).form.items)).toBe('g(b a)')
})

test('what is chosen later leaves alone what was written since', () => {
  const by = { base: written([item('a'), item('b')]), mine: written([item('a', 'mine'), item('b', 'B since')]), theirs: written([item('a', 'theirs'), item('b', 'B theirs')]) }
  expect(labels(settled(by, { 'item:a': 'theirs' }).form.items)).toBe('theirs B since')
})
