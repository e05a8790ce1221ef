import { useState } from 'preact/hooks'
import { act } from 'preact/test-utils'
import { afterEach, expect, test } from 'vitest'
import { find, render, settle, type as typeInto } from '~/testing/render'
import type { Form, Row, Value } from '../form'
import { evaluate } from '../logic/evaluate'
import { Items } from './ItemField'
import type { Place } from './place'

const form: Form = {
  id: 'f',
  version: '1',
  title: {},
  languages: ['nb'],
  items: [{ kind: 'repeat', name: 'plants', label: { nb: 'Anlegg' }, items: [{ kind: 'attachment', name: 'plan' }, { kind: 'text', name: 'where' }] }],
}

let clear = () => undefined as void
afterEach(() => clear())

test('a file that arrives late takes nothing away of what was typed meanwhile, nor the focus', async () => {
  const arrivals: ((file: never) => void)[] = []
  let now: Row = { plants: [{ '#': 1 }, { '#': 2 }] }
  const Shown = () => {
    const [answers, setAnswers] = useState(now)
    now = answers
    const place: Place = {
      form,
      language: 'nb',
      prefix: 'own',
      answers,
      standings: evaluate(form, answers, { now: '2026-03-01T12:00:00' }),
      tried: false,
      refused: () => undefined,
      change: (name: string, value: Value) => setAnswers((before) => ({ ...before, [name]: value })),
      leave: () => undefined,
      files: { list: [], addressOf: () => '', handIn: () => new Promise((arrive) => arrivals.push(arrive)) },
    }
    return <Items place={place} items={form.items} />
  }
  const { root, clear: away } = await render(<Shown />)
  clear = away
  const chooser = find<HTMLInputElement>(root, '#own-plants-0-plan-file')
  Object.defineProperty(chooser, 'files', { value: [new File(['x'], 'plan.pdf')] })
  await act(async () => {
    chooser.dispatchEvent(new Event('change', { bubbles: true }))
  })
  const where = find<HTMLInputElement>(root, '#own-plants-0-where')
  where.focus()
  await typeInto(where, 'Gol')
  await typeInto(find<HTMLInputElement>(root, '#own-plants-1-where'), 'Ål')
  arrivals[0]?.({ id: 'a', name: 'plan.pdf' } as never)
  await settle()
  await act(() => new Promise<void>((done) => requestAnimationFrame(() => done())))
  expect(now['plants']).toEqual([
    { '#': 1, where: 'Gol', plan: 'a' },
    { '#': 2, where: 'Ål' },
  ])
  expect(document.activeElement?.id).toBe('own-plants-0-where')
})
