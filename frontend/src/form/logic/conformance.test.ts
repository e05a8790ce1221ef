import { expect, test } from 'vitest'
import table from '../../../../surveys/form/testdata/conformance.json'
import { ask } from './environment'
import { expression } from './expression'

// The server's table: what it stores an expression as, and what it then gives.
const labels: Readonly<Record<string, Readonly<Record<string, string>>>> = table.labels
const stored = table.cases.flatMap(({ canonical, result }) => (canonical === undefined ? [] : [{ canonical, result }]))

test('the table has cases', () => expect(stored.length).toBeGreaterThan(200))

test.each(stored)('$canonical', ({ canonical, result }) => {
  ask({ now: table.now, label: (list, name) => labels[list]?.[name] })
  expect(expression(canonical)(table.values)).toEqual(result)
})
