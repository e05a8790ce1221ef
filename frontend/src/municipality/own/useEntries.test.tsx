import { afterEach, expect, test, vi } from 'vitest'
import type { Form } from '~/form/form'
import { render, settle } from '~/testing/render'
import { json, serve } from '~/testing/server'
import { type Entries, useEntries } from './useEntries'

const id = '0190a000-0000-7000-8000-000000000001'
const form: Form = { id: 'f', version: '1', title: {}, languages: ['nb'], items: [{ kind: 'whole', name: 'n' }] }
const path = `/responses/${id}/entries/n`

let clear = () => undefined as void
afterEach(async () => {
  clear()
  await settle()
  sessionStorage.clear()
  vi.unstubAllGlobals()
})

async function draw(entries: object[] = []): Promise<Entries> {
  let now: Entries | undefined
  const Shown = () => {
    now = useEntries(id, own)
    return null
  }
  const own = { form, entries, files: [] } as never
  clear = (await render(<Shown />)).clear
  return now as Entries
}
const entry = (value: number, version: number) => ({ name: 'n', row: 0, value, version, updatedAt: '2026-03-01T12:00:00Z' })
const waiting = () => JSON.parse(sessionStorage.getItem(`loftet.keep.entries.${id}`) ?? '{}') as Record<string, { value: number; version: number }>

test('what was typed while it saved stays in the window, on top of what was saved', async () => {
  const answers: ((answer: Response) => void)[] = []
  serve({ [`PUT ${path}`]: () => new Promise<Response>((answer) => answers.push(answer)) })
  const entries = await draw()
  entries.change('n', 1)
  void entries.saver.leave()
  await settle()
  entries.change('n', 12)
  expect(waiting()).toEqual({ 'n/0': { value: 12, version: 0 } })
  answers[0]?.(json(entry(1, 1)))
  await settle()
  expect(waiting()).toEqual({ 'n/0': { value: 12, version: 1 } })
  answers[1]?.(json(entry(12, 2)))
  await settle()
  expect(waiting()).toEqual({})
})

test('what had arrived though its answer was lost is not sent again, and the next edit builds on it', async () => {
  sessionStorage.setItem(`loftet.keep.entries.${id}`, JSON.stringify({ 'n/0': { value: 12, version: 1 } }))
  const { requests } = serve({ [`PUT ${path}`]: () => json(entry(13, 3)) })
  const entries = await draw([entry(12, 2)])
  await entries.saver.leave()
  expect(requests).toEqual([])
  expect(waiting()).toEqual({})
  entries.change('n', 13)
  await entries.saver.leave()
  expect(requests.map(({ headers }) => headers.get('If-Match'))).toEqual(['"2"'])
})
