import { describe, expect, test } from 'vitest'
import type { Form, Item } from '../form'
import { evaluate } from './evaluate'
import { aLargeForm } from './large'

const at = { now: '2026-11-23T14:02:00' }
const aForm = (...items: Item[]): Form => ({ id: 'f', version: '1', title: { nb: 'F' }, languages: ['nb'], items, lists: { places: ['gol', 'hol'].map((name) => ({ name, label: { nb: name }, attributes: { county: name === 'gol' ? '33' : '34' } })) } })
const whole = (name: string, some: Partial<Item> = {}): Item => ({ kind: 'whole', name, ...some })

describe('what is asked', () => {
  const form = aForm(
    whole('sum', { kind: 'calculated', calculate: 'a + b' }),
    whole('a'),
    { kind: 'group', name: 'g', visible: 'a > 1.0', items: [whole('b', { required: 'true', constraint: 'value < a' })] },
    whole('c', { visible: 'b == 2.0' }),
  )
  const of = (answers: Record<string, number | null>) => evaluate(form, answers, at)

  test('what is hidden has no value, is never required, and hides what hangs on it', () => {
    const standings = of({ a: 1, b: 2, c: 7 })
    expect(standings.get('b')).toMatchObject({ visible: false, required: false, value: null })
    expect(standings.get('c')).toMatchObject({ visible: false, value: null })
    expect(standings.get('sum')?.value).toBeNull()
  })
  test('a calculation comes after what it looks at, wherever it stands', () => {
    expect(of({ a: 5, b: 2 }).get('sum')?.value).toBe(7)
    expect(of({ a: 5, b: 0 }).get('sum')?.value).toBe(5)
    expect(of({ a: 5 }).get('sum')?.value).toBeNull()
  })
  test('a constraint is about an answer that is there', () => {
    expect(of({ a: 5, b: 6 }).get('b')?.wrong).toBe('constraint')
    expect(of({ a: 5, b: 2 }).get('b')?.wrong).toBeUndefined()
    expect(of({ a: 5 }).get('b')).toMatchObject({ required: true, value: null })
  })
})

test('a filter leaves the choices that hold', () => {
  const form = aForm({ kind: 'text', name: 'county' }, { kind: 'choice', name: 'place', list: 'places', filter: 'choice.county == county' })
  const names = (county: string | null) => evaluate(form, { county }, at).get('place')?.choices.map(({ name }) => name)
  expect(names('33')).toEqual(['gol'])
  expect(names(null)).toEqual([])
  const lists = { places: [{ name: 'gol', label: {}, attributes: { county: '33' } }, { name: 'abroad', label: {} }] }
  expect(evaluate({ ...form, lists }, { county: null }, at).get('place')?.choices.map(({ name }) => name)).toEqual(['abroad'])
})

test('lists and figures are there for conditions before anybody answers', () => {
  const form = aForm(
    { kind: 'choices', name: 'fuels', list: 'places' },
    { kind: 'parts', name: 'air', parts: ['no2', 'pm10'].map((name) => ({ name, label: {} })) },
    whole('none', { visible: 'count(fuels) == 0.0 && !selected(fuels, "gol")' }),
    whole('some', { visible: 'coalesce(air.no2, 1.0) == 1.0 && answered(air)' }),
  )
  expect(['none', 'some'].map((name) => evaluate(form, {}, at).get(name)?.visible)).toEqual([true, false])
  expect(['none', 'some'].map((name) => evaluate(form, { fuels: ['gol'], air: { pm10: 2 } }, at).get(name)?.visible)).toEqual([false, true])
})

describe('a repeat', () => {
  const row = [whole('n'), whole('twice', { kind: 'calculated', calculate: 'n * factor' }), whole('why', { visible: 'n > 10.0' })]
  const form = aForm(whole('total', { kind: 'calculated', calculate: 'count(plants.filter(p, answered(p.twice) && p.twice > 20.0))' }), whole('factor'), { kind: 'repeat', name: 'plants', items: row })
  test('has a standing per row, and a value that others look at', () => {
    const standings = evaluate(form, { factor: 2, plants: [{ n: 4, why: 1 }, { n: 11 }, {}] }, at)
    const plants = standings.get('plants')
    expect(plants?.rows.map((one) => [one.get('twice')?.value, one.get('why')?.visible])).toEqual([
      [8, false],
      [22, true],
      [null, false],
    ])
    expect(plants?.value).toEqual([
      { n: 4, twice: 8, why: null },
      { n: 11, twice: 22, why: null },
      { n: null, twice: null, why: null },
    ])
    expect(standings.get('total')?.value).toBe(1)
  })
  test('has as many rows as are counted', () => {
    const counted = aForm(whole('many'), { kind: 'repeat', name: 'plants', count: 'many', items: row })
    const rows = (many: number | null) => evaluate(counted, { many, plants: [{ n: 1 }] }, at).get('plants')?.rows.length
    expect([rows(3), rows(0), rows(null), rows(-1), rows(1e9)]).toEqual([3, 0, 0, 0, 200])
  })
})

test('a form of 485 questions and 420 conditions is evaluated', () => {
  const { form, answers } = aLargeForm()
  const standings = evaluate(form, answers, at)
  expect(standings.size).toBe(485)
  expect(form.items.filter(({ visible }) => visible)).toHaveLength(420)
  const shown = [...standings.values()].filter(({ visible }) => visible).length
  expect(shown).toBeGreaterThan(100)
  expect(shown).toBeLessThan(485)
})
