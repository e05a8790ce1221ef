import { describe, expect, test } from 'vitest'
import type { Form, Item, Kind } from '../form'
import { readCondition, writeCondition } from './condition'
import { freeName, nameOf, renamed } from './names'
import { added, allItems, changed, groupsFor, itemAt, moved, movedInto, removed } from './tree'

const item = (name: string, items?: Item[], kind: Kind = items ? 'group' : 'whole'): Item => ({ kind, name, ...(items ? { items } : {}) })
const items = [item('a'), item('g', [item('b'), item('h', [item('c')])]), item('r', [item('d')], 'repeat')]
const shape = (all: readonly Item[]): string => all.map((one) => one.name + (one.items ? `(${shape(one.items)})` : '')).join(' ')

describe('items in their places', () => {
  test('found, changed, taken out, put in', () => {
    expect(allItems(items).map(({ item, path }) => `${item.name}${path.join('.')}`)).toEqual(['a0', 'g1', 'b1.0', 'h1.1', 'c1.1.0', 'r2', 'd2.0'])
    expect(itemAt(items, [1, 1, 0])?.name).toBe('c')
    expect(shape(changed(items, [1, 1, 0], item('x')))).toBe('a g(b h(x)) r(d)')
    expect(shape(removed(items, [1, 1]))).toBe('a g(b) r(d)')
    const put = added(items, [1, 1], item('x'))
    expect([shape(put.items), put.path]).toEqual(['a g(b h(c x)) r(d)', [1, 1, 1]])
  })
  test('moved among those they stand with, and not beyond', () => {
    const up = moved(items, [1, 1], -1)
    expect([shape(up?.items ?? []), up?.path]).toEqual(['a g(h(c) b) r(d)', [1, 0]])
    expect(moved(items, [0], -1)).toBeUndefined()
    expect(moved(items, [1, 1], 1)).toBeUndefined()
  })
  test('moved into a group and out of it', () => {
    const into = movedInto([{ ...item('a'), goal: 7 }, ...items.slice(1)], [0], 'h')
    expect([shape(into.items), into.path]).toEqual(['g(b h(c a)) r(d)', [0, 1, 1]])
    expect(itemAt(into.items, into.path)?.goal).toBeUndefined()
    expect(shape(movedInto(items, [1, 1, 0], '').items)).toBe('a g(b h()) r(d) c')
  })
  test('a group never into itself, a repeat never into a repeat', () => {
    const names = (path: number[]) => groupsFor(items, path).map(({ name }) => name)
    expect(names([0])).toEqual(['g', 'h', 'r'])
    expect(names([1])).toEqual(['r'])
    expect(names([2])).toEqual(['g', 'h'])
  })
})

describe('names', () => {
  test.each([
    ['Andel fornybar energi?', 'andel_fornybar_energi'],
    ['Hvor mange går på Ål skole nå i år, og før', 'hvor_mange_gar_pa_al'],
    ['2026', 'q_2026'],
    ['Čáhppes', 'cahppes'],
    ['?', ''],
  ])('%j is %s', (text, name) => expect(nameOf(text)).toBe(name))
  test('a taken one gets a number', () => {
    expect(freeName('a', new Set(['a', 'a_2']))).toBe('a_3')
    expect(freeName('', new Set())).toBe('q')
  })
  test('renaming goes through every expression, and leaves texts alone', () => {
    const form: Form = { id: 'f', version: '', title: {}, languages: ['nb'], items: [{ ...item('a'), visible: 'a > 1.0 && b == "a" && sum(rows.map(r, r.a)) > ab' }, item('g', [{ ...item('c'), required: '!answered(a)' }])] }
    const next = renamed(form, 'a', 'x')
    expect(next.items[0]).toMatchObject({ name: 'x', visible: 'x > 1.0 && b == "a" && sum(rows.map(r, r.x)) > ab' })
    expect(next.items[1]?.items?.[0]?.required).toBe('!answered(x)')
  })
})

describe('conditions in plain words', () => {
  const kinds: Record<string, Kind> = { n: 'whole', yes: 'yes_no', place: 'choice', tags: 'choices', born: 'date' }
  test.each([
    ['n > 5', 'n > 5.0'],
    ['n != 2 && place == "gol"', 'n != 2.0 && place == "gol"'],
    ['yes == true || yes == false', 'yes == true || yes == false'],
    ['selected(tags, "a && \\"b\\"") && !selected(tags, "c")', 'selected(tags, "a && \\"b\\"") && !(selected(tags, "c"))'],
    ['answered(n) && !answered(place)', 'answered(n) && !(answered(place))'],
    ['born < "2026-01-01"', 'born < "2026-01-01"'],
    ['n >= -1.5', 'n >= -1.5'],
  ])('%s, stored as %s', (written, stored) => {
    const read = readCondition(stored)
    expect(read).toBeDefined()
    expect(writeCondition(read ?? { all: true, clauses: [] }, (name) => kinds[name])).toBe(written)
    expect(readCondition(written)).toEqual(read)
  })
  test.each(['n > 1.0 && n < 3.0 || yes', 'n + 1.0 > 2.0', '(n > 1.0) && yes == true', 'tags.exists(t, t == "a")', 'yes', 'n > m', 'a == "x'])('%s says more than they can', (text) => {
    expect(readCondition(text)).toBeUndefined()
  })
  test('lines that lack something are left out', () => {
    expect(writeCondition({ all: true, clauses: [{ name: 'n', test: 'more', value: '' }, { name: 'yes', test: 'answered', value: '' }] }, (name) => kinds[name])).toBe('answered(yes)')
    expect(readCondition('')).toEqual({ all: true, clauses: [] })
  })
})
