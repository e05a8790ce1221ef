import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { navigate } from '~/app/location'
import { type Role, setSession } from '~/app/session'
import { needSample } from '~/needs/sample'
import type { Round } from '~/status'
import { find, render, settle } from '~/testing/render'
import { json, serve } from '~/testing/server'
import { Doors } from './Doors'
import HomePage from './HomePage'
import { results, running } from './Rounds'

const signIn = (...roles: Role[]) => setSession({ signedIn: roles.length > 0, demo: false, roles, organisations: [] })

let clear = () => undefined as void
beforeEach(() => {
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined)
  navigate('/', { replace: true, language: 'nb' })
  signIn()
})
afterEach(() => {
  clear()
  vi.unstubAllGlobals()
})

const round = (some: Partial<Round>): Round => ({
  id: 'r1',
  regionId: 'reg',
  regionName: 'Hallingdal',
  name: 'Kartlegging 2026',
  year: 2026,
  method: 'sdsn',
  state: 'open',
  opensAt: '2026-01-01T00:00:00Z',
  closesAt: '2026-06-01T10:00:00Z',
  madeUp: false,
  fourEyes: true,
  questionnaireVersion: 1,
  catalogueId: 'c',
  municipalities: 6,
  submitted: 2,
  nextStates: [],
  version: 1,
  ...some,
})

test('rounds that run stand by their deadline, results newest first, others nowhere', () => {
  const rounds = [
    round({ id: 'late', closesAt: '2026-09-01T00:00:00Z' }),
    round({ id: 'soon' }),
    round({ id: 'closed', state: 'closed' }),
    round({ id: 'old', state: 'published', publishedAt: '2024-01-01T00:00:00Z' }),
    round({ id: 'new', state: 'published', publishedAt: '2025-01-01T00:00:00Z' }),
  ]
  expect(running(rounds).map(({ id }) => id)).toEqual(['soon', 'late'])
  expect(results(rounds).map(({ id }) => id)).toEqual(['new', 'old'])
})

async function doors(...roles: Role[]) {
  signIn(...roles)
  const drawn = await render(<Doors />)
  clear = drawn.clear
  const links = [...drawn.root.querySelectorAll('.door')].map((door) => [...door.querySelectorAll('a')].map((a) => a.getAttribute('href')))
  clear()
  return links
}

test('three doors: all lead somewhere open, one’s own leads in, and none to a room that is closed to one', async () => {
  expect(await doors()).toEqual([
    ['/nb/municipality', '/nb/indicators'],
    ['/nb/needs', '/nb/register'],
    ['/nb/region', '/nb/status'],
  ])
  expect(await doors('respondent')).toEqual([['/nb/municipality', '/nb/indicators'], ['/nb/needs', '/nb/register'], ['/nb/status']])
  expect(await doors('supplier')).toEqual([['/nb/indicators'], ['/nb/business'], ['/nb/status']])
  expect(await doors('coordinator')).toEqual([['/nb/indicators'], ['/nb/needs', '/nb/register'], ['/nb/region', '/nb/status']])
})

async function home(table: Parameters<typeof serve>[0]) {
  const { requests } = serve({ 'GET /goals': () => json({ items: [] }), ...table })
  const drawn = await render(<HomePage />)
  clear = drawn.clear
  await settle()
  return { root: drawn.root, requests }
}

test('what happens now comes from the service: needs that are still open, rounds and results', async () => {
  const { root, requests } = await home({
    'GET /needs': () => json({ items: [needSample()], total: 1 }),
    'GET /rounds': () => json({ items: [round({}), round({ id: 'r0', name: 'Kartlegging 2025', state: 'published', publishedAt: '2025-05-10T00:00:00Z', madeUp: true })] }),
  })
  const asked = requests.find(({ url }) => url.includes('/needs'))
  expect(Object.fromEntries(new URL(asked!.url).searchParams)).toMatchObject({ sort: 'deadline', deadlineFrom: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) })
  expect(find(root, '.home-part--needs h4').textContent).toBe('Hvordan stanser vi lekkasjer?')
  expect(root.textContent).toContain('2 av 6 kommuner har sendt inn')
  const result = find(root, '[aria-labelledby=results] li')
  expect(find(result, 'a').getAttribute('href')).toBe('/nb/status/reg?round=r0')
  expect(result.textContent).toContain('Oppdiktet')
})

test('with nothing there yet each part says what will be there', async () => {
  const { root } = await home({ 'GET /needs': () => json({ items: [], total: 0 }), 'GET /rounds': () => json({ items: [] }) })
  for (const text of ['Ingen åpne behov akkurat nå', 'Ingen kartlegging er åpen nå', 'Ingen resultater er publisert ennå']) expect(root.textContent).toContain(text)
})

test('one part that fails leaves the others standing', async () => {
  const { root } = await home({ 'GET /needs': () => json({ code: 'unavailable', status: 503 }, { status: 503 }), 'GET /rounds': () => json({ items: [round({})] }) })
  expect(root.querySelectorAll('[role=alert]')).toHaveLength(1)
  expect(root.textContent).toContain('Kartlegging 2026')
  expect(root.querySelectorAll('.loop__step')).toHaveLength(6)
})
