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

let again: (entries: object[]) => Promise<void>

async function draw(entries: object[] = [], asked = form): Promise<Entries> {
  let now: Entries | undefined
  const Shown = ({ own }: { own: never }) => {
    now = useEntries(id, own)
    return null
  }
  const shown = (those: object[]) => <Shown own={{ form: asked, entries: those, files: [] } as never} />
  const drawn = await render(shown(entries))
  clear = drawn.clear
  again = (those) => drawn.redraw(shown(those))
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

test('questions that are read anew take nothing back: neither what was saved since nor what is half typed', async () => {
  serve({ [`PUT ${path}`]: () => json(entry(7, 2)) })
  const two: Form = { ...form, items: [...form.items, { kind: 'whole', name: 'm' }] }
  const entries = await draw([entry(1, 1)], two)
  entries.change('n', 7)
  entries.change('m', Number.NaN)
  await entries.saver.leave()
  await again([entry(1, 1)])
  expect(entries.answers).toMatchObject({ n: 7, m: Number.NaN })
})

const rows: Form = { ...form, items: [{ kind: 'repeat', name: 'plants', items: [{ kind: 'text', name: 'where' }, { kind: 'whole', name: 'mwh' }] }] }
const kept = (name: string, row: number, value: unknown, version = 1) => ({ name, row, value, version, updatedAt: '2026-03-01T12:00:00Z' })

test('a row added after one was taken away is empty at the server too', async () => {
  const { requests } = serve({ [`PUT /responses/${id}/entries/plants`]: async (request) => json(kept('plants', 0, ((await request.clone().json()) as { value: unknown }).value, 2)) })
  const entries = await draw([kept('plants', 0, [1, 2]), kept('where', 2, 'Ål'), kept('mwh', 2, 7)], rows)
  const [one] = entries.answers['plants'] as never[]
  entries.change('plants', [one] as never)
  entries.change('plants', [one, {}] as never)
  await entries.saver.leave()
  expect(await requests.at(-1)?.json()).toEqual({ value: [1, 3] })
})

test('what was typed in a row that is gone before it was sent is not sent, and holds nothing up', async () => {
  const { requests } = serve({ [`PUT /responses/${id}/entries/plants`]: async (request) => json(kept('plants', 0, ((await request.clone().json()) as { value: unknown }).value)) })
  const entries = await draw([], rows)
  entries.change('plants', [{ where: 'Ål', mwh: Number.NaN }] as never)
  entries.change('plants', null)
  await entries.saver.leave()
  expect(requests.map(({ url }) => new URL(url).pathname.split('/').at(-1))).not.toContain('where')
  expect(entries.saver.state().kind).not.toBe('refused')
  expect(entries.unfinished()).toBe(false)
  expect(waiting()).toEqual({})
})

test('choosing the other one’s answer leaves what else is typed in the row', async () => {
  serve({
    [`PUT /responses/${id}/entries/where`]: () => json({ code: 'stale', status: 412, title: 'Endret', current: kept('where', 1, 'Hol', 5) }, { status: 412 }),
    [`PUT /responses/${id}/entries/mwh`]: () => json(kept('mwh', 1, 9, 2)),
  })
  const entries = await draw([kept('plants', 0, [1]), kept('where', 1, 'Gol'), kept('mwh', 1, 7)], rows)
  entries.change('plants', [{ '#': 1, where: 'Ål', mwh: 7 }] as never)
  await entries.saver.leave()
  entries.change('plants', [{ '#': 1, where: 'Ål', mwh: 9 }] as never)
  entries.resolve('where/1', 'theirs')
  expect(entries.answers['plants']).toEqual([{ '#': 1, where: 'Hol', mwh: 9 }])
})
