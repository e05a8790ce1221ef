import { expect, test } from 'vitest'
import type { Form, Row } from '~/form/form'
import { answersOf, entriesOf } from './rows'

const form: Form = {
  id: 'f',
  version: '1',
  title: {},
  languages: ['nb'],
  items: [
    { kind: 'whole', name: 'n' },
    { kind: 'group', name: 'g', items: [{ kind: 'repeat', name: 'plants', items: [{ kind: 'text', name: 'where' }, { kind: 'group', name: 'h', items: [{ kind: 'whole', name: 'mwh' }] }] }] },
    { kind: 'repeat', name: 'years', count: 'n', items: [{ kind: 'whole', name: 'sum' }] },
  ],
}
const entry = (name: string, row: number, value: unknown) => ({ name, row, value })

test('entries make answers; a row keeps its number', () => {
  expect(answersOf(form, [entry('n', 0, 2), entry('plants', 0, [3, 1]), entry('where', 1, 'Gol'), entry('mwh', 3, 7), entry('mwh', 9, 8), entry('sum', 2, 5)])).toEqual({
    n: 2,
    plants: [
      { '#': 3, mwh: 7 },
      { '#': 1, where: 'Gol' },
    ],
    years: [{ '#': 1 }, { '#': 2, sum: 5 }],
  })
})

test('a changed answer is the entries that changed, a new row before what stands in it', () => {
  expect(entriesOf(form, 'n', 1, 2).changed).toEqual([{ key: { name: 'n', row: 0 }, value: 2 }])
  const before: Row[] = [{ '#': 3, mwh: 7 }, { '#': 1, where: 'Gol' }]
  const added = entriesOf(form, 'plants', before, [...before, { where: 'Ål' }])
  expect(added.value).toEqual([...before, { '#': 4, where: 'Ål' }])
  expect(added.changed).toEqual([
    { key: { name: 'plants', row: 0 }, value: [3, 1, 4] },
    { key: { name: 'where', row: 4 }, value: 'Ål' },
  ])
  expect(entriesOf(form, 'plants', before, [before[1] as Row]).changed).toEqual([{ key: { name: 'plants', row: 0 }, value: [1] }])
  expect(entriesOf(form, 'plants', before, [{ ...before[0], mwh: null }, before[1] as Row]).changed).toEqual([{ key: { name: 'mwh', row: 3 }, value: null }])
})

test('rows that are counted have their place as number', () => {
  expect(entriesOf(form, 'years', [], [{}, { sum: 4 }]).changed).toEqual([{ key: { name: 'sum', row: 2 }, value: 4 }])
})

test('a new row never gets the number of one that is gone: what stood there is kept', () => {
  expect(entriesOf(form, 'plants', [{ '#': 1 }], [{ '#': 1 }, {}], 4).changed).toEqual([{ key: { name: 'plants', row: 0 }, value: [1, 5] }])
})
