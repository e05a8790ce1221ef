import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { navigate, place } from '~/app/location'
import { find, press, render, settle, type } from '~/testing/render'
import { json, serve } from '~/testing/server'
import { needSample } from './sample'
import NeedsPage from './NeedsPage'

let clear = () => undefined as void
beforeEach(() => {
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined)
  navigate('/needs', { replace: true, language: 'nb' })
})
afterEach(() => {
  clear()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const lists = {
  'GET /goals': () => json({ items: [{ number: 6, name: 'Rent vann', description: '', colour: '#26bde2', targets: [] }] }),
  'GET /regions': () => json({ items: [{ id: '01a205fb-7ae9-7316-b887-a6ee4337b155', kind: 'council', name: 'Hallingdal', country: 'NO', code: 'h', members: 6 }] }),
}

async function page(answer: (query: URLSearchParams) => Response) {
  const served = serve({ ...lists, 'GET /needs': (request) => answer(new URL(request.url).searchParams) })
  const drawn = await render(<NeedsPage />)
  clear = drawn.clear
  await settle()
  await settle()
  const asked = () => served.requests.filter(({ url }) => new URL(url).pathname.endsWith('/needs')).map(({ url }) => Object.fromEntries(new URL(url).searchParams))
  return { root: drawn.root, asked }
}

test('lists needs with goal, place, people and deadline, and marks what is made up or in another language', async () => {
  const { root } = await page(() => json({ items: [needSample({ madeUp: true, language: 'nn', title: 'Korleis?' }), needSample({ id: 'b', state: 'in_dialogue' })], total: 2 }))
  const [first, second] = root.querySelectorAll('.need-item')
  expect(find(first!, 'h2 a').getAttribute('href')).toBe('/nb/needs/01a205fb-8177-7b0d-b7a3-f8e7412f85bb')
  expect(find(first!, 'h2 a').getAttribute('lang')).toBe('nn')
  for (const text of ['Hallingdal', '2 kommuner med 6 101 innbyggere', 'Frist 1. mai 2030', 'bare på nynorsk', 'Oppdiktet']) expect(first!.textContent!.replace(/\s/g, ' ')).toContain(text)
  expect(find(first!, '.goal__square').getAttribute('aria-label')).toBe('Mål 6: Rent vann')
  expect(second!.textContent).toContain('I markedsdialog')
  expect(second!.textContent).not.toContain('Oppdiktet')
})

test('a filter goes into the address and to the server, and begins at the first page again', async () => {
  navigate('/needs?pages=2', { replace: true })
  const { root, asked } = await page(() => json({ items: [needSample()], total: 1 }))
  expect(asked()[0]).toMatchObject({ limit: '40', sort: 'deadline' })
  const goal = find<HTMLSelectElement>(root, '#goal')
  await act(async () => {
    goal.value = '6'
    goal.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await settle()
  expect(place.get().query.toString()).toBe('goal=6')
  expect(asked().at(-1)).toMatchObject({ goal: '6', limit: '20' })
})

test('a word is searched when the typing rests', async () => {
  const { root, asked } = await page(() => json({ items: [needSample()], total: 1 }))
  vi.useFakeTimers()
  await type(find<HTMLInputElement>(root, '#word'), 'va')
  await type(find<HTMLInputElement>(root, '#word'), 'vann ')
  expect(asked()).toHaveLength(1)
  await act(async () => void vi.advanceTimersByTime(400))
  vi.useRealTimers()
  await settle()
  expect(asked().map(({ q }) => q)).toEqual([undefined, 'vann'])
  expect(find<HTMLInputElement>(root, '#word').value).toBe('vann ')
})

test('more needs come after those shown, and a page that fails loses nothing', async () => {
  let broken = true
  const { root, asked } = await page((query) => {
    if (!query.has('cursor')) return json({ items: [needSample()], total: 2, next: 'c1' })
    return broken ? json({ code: 'unavailable', status: 503 }, { status: 503 }) : json({ items: [needSample({ id: 'second' })], total: 2 })
  })
  await press(find(root, '.load-more button'))
  await settle()
  expect(root.querySelectorAll('.need-item')).toHaveLength(1)
  broken = false
  await press(find(root, '[role=alert] button'))
  await settle()
  expect(root.querySelectorAll('.need-item')).toHaveLength(2)
  expect(root.querySelector('.load-more')).toBeNull()
  expect(asked().at(-1)).toMatchObject({ cursor: 'c1', limit: '20' })
})

test('no hits give a way on; an empty service says what will be here', async () => {
  navigate('/needs?q=zzz', { replace: true })
  const { root } = await page(() => json({ items: [], total: 0 }))
  expect(root.textContent).toContain('Ingen behov passer med det du har valgt')
  await press([...root.querySelectorAll('button')].find((button) => button.textContent === 'Fjern alle valg')!)
  await settle()
  expect(root.textContent).toContain('Ingen behov med åpen frist akkurat nå')
  await press([...root.querySelectorAll('button')].find((button) => button.textContent?.startsWith('Ta med'))!)
  await settle()
  expect(place.get().query.toString()).toBe('deadline=all')
  expect(root.textContent).toContain('Ingen behov er publisert ennå')
})

test('a failed list says so and can be tried again', async () => {
  const { root } = await page(() => json({ code: 'unavailable', status: 503, requestId: 'r1' }, { status: 503 }))
  expect(find(root, '[role=alert]').textContent).toContain('r1')
  expect(find(root, '.need-filters')).toBeTruthy()
})
