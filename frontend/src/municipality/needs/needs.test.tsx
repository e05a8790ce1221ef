import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { navigate } from '~/app/location'
import { find, press, render, settle, type } from '~/testing/render'
import { json, serve } from '~/testing/server'
import { aNeed } from '../testing'
import { Matches } from './Matches'
import NeedsPage from './NeedsPage'

let clear = () => undefined as void
beforeEach(() => {
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined)
  navigate('/municipality/needs', { replace: true, language: 'nb' })
})
afterEach(() => {
  clear()
  vi.unstubAllGlobals()
})
async function draw(what: Parameters<typeof render>[0]) {
  const drawn = await render(what)
  clear = drawn.clear
  await settle()
  return drawn.root
}
const titles = (root: HTMLElement) => [...root.querySelectorAll('.candidate h2')].map(({ textContent }) => textContent)

describe('the list', () => {
  test('a candidate of an open round is shown with its reason and parts, but has no page yet', async () => {
    serve({ 'GET /workbench/needs': () => json({ provisional: true, notes: [], items: [aNeed()] }) })
    const root = await draw(<NeedsPage />)
    expect(root.textContent).toContain('Runden er åpen')
    expect(root.textContent).toContain('3 kommuner er langt fra målet.')
    expect(root.querySelector('.candidate a[href*="/municipality/needs/"]')).toBeNull()
    expect([...root.querySelectorAll('td.table__number')].map(({ textContent }) => textContent)).toEqual(['42,5', '20,0', '62,5'])
  })
  test('a rounded priority is said to be about so much, and no sum is offered', async () => {
    serve({ 'GET /workbench/needs': () => json({ provisional: false, notes: [], items: [aNeed({ priority: 60, rounded: true, parts: [] })] }) })
    const root = await draw(<NeedsPage />)
    expect(root.textContent).toContain('omtrent 60 av 100')
    expect(root.querySelector('.candidate details')).toBeNull()
    expect(root.textContent).not.toContain('summen av delene')
  })
  test('each need names its round, and a candidate that is a need already leads there', async () => {
    serve({ 'GET /workbench/needs': () => json({ provisional: false, notes: [], items: [aNeed({ id: 'new', round: { id: 'r', name: 'Kartlegging 2026' }, underWay: 'old' }), aNeed({ id: 'old', state: 'published', round: { id: 'q', name: 'Kartlegging 2025' } })] }) })
    const root = await draw(<NeedsPage />)
    const [candidate, published] = [...root.querySelectorAll('.candidate')]
    expect(candidate?.textContent).toContain('Fra runden Kartlegging 2026')
    expect(candidate?.querySelector('a[href="/nb/municipality/needs/old"]')?.textContent).toBe('Finnes allerede som behov fra en tidligere runde')
    expect(published?.textContent).toContain('Fra runden Kartlegging 2025')
    expect(published?.textContent).not.toContain('Finnes allerede')
  })
  test('one’s own come first, and all can be shown', async () => {
    serve({ 'GET /workbench/needs': () => json({ provisional: false, notes: [], items: [aNeed({ id: 'a', title: 'Andres', involved: false }), aNeed({ id: 'b', title: 'Vårt' })] }) })
    const root = await draw(<NeedsPage />)
    expect(titles(root)).toEqual(['Vårt'])
    await press(find(root, '#show-all'))
    expect(location.search).toBe('?show=all')
    expect(titles(root)).toEqual(['Andres', 'Vårt'])
  })
  test('where there are none it says why', async () => {
    serve({ 'GET /workbench/needs': () => json({ provisional: false, notes: ['2 av 6 kommuner har sendt inn.'], items: [] }) })
    expect((await draw(<NeedsPage />)).textContent).toContain('2 av 6 kommuner har sendt inn.')
  })
})

describe('matched solutions', () => {
  const match = (solutionId: string, title: string, dismissed = '') => ({
    solution: {
      id: solutionId,
      business: { id: 'b', name: 'Målerne' },
      state: 'published',
      title: { nb: title },
      summary: {},
      description: {},
      goals: [6],
      targets: [],
      indicators: [],
      cpv: [],
      regionIds: [],
      trl: 9,
      marketState: 'pilot',
      priceModel: '',
      references: '',
      website: '',
      returnReason: '',
      actions: [],
      version: 1,
      updatedAt: '2026-01-01T00:00:00Z',
    },
    match: {
      score: 45,
      parts: [
        { key: 'indicator', label: 'Samme indikator', weight: 0.3, fit: 1, points: 30, known: true },
        { key: 'words', label: 'Felles ord', weight: 0.2, fit: 0.75, points: 15, known: true },
        { key: 'cpv', label: 'CPV', weight: 0, fit: 0, points: 0, known: false },
      ],
      reasons: ['Flytter indikatoren bak behovet.'],
      missing: ['Behovet har ingen CPV-kode.'],
    },
    dismissed,
  })

  test('each says why, its parts make its sum, and what was dismissed stands last', async () => {
    serve({ 'GET /workbench/needs/n1/matches': () => json({ items: [match('s1', 'Avvist løsning', 'For dyr.'), match('s2', 'God løsning')] }) })
    const root = await draw(<Matches needId="n1" />)
    expect([...root.querySelectorAll('h3')].map(({ textContent }) => textContent)).toEqual(['God løsning', 'Avvist løsning'])
    const first = find(root, '.solution-match')
    expect(first.textContent).toContain('Flytter indikatoren bak behovet.')
    expect(first.textContent).toContain('Behovet har ingen CPV-kode.')
    expect(first.textContent).toContain('Mangler data')
    const points = [...first.querySelectorAll('tbody td:last-child')].map(({ textContent }) => Number((textContent ?? '').replace(',', '.')))
    expect(points.reduce((sum, one) => sum + one, 0)).toBe(45)
    expect(root.textContent).toContain('For dyr.')
  })

  test('is dismissed with a reason, and not without', async () => {
    const sent: unknown[] = []
    serve({
      'GET /workbench/needs/n1/matches': () => json({ items: [match('s1', 'En løsning', sent.length > 0 ? 'For dyr for oss.' : '')] }),
      'POST /dismissals': async (request) => {
        sent.push(await request.json())
        return new Response(null, { status: 204 })
      },
    })
    const root = await draw(<Matches needId="n1" />)
    await press(find(root, 'button[aria-label="Avvis treffet En løsning"]'))
    await press(find(root, 'dialog button[type="submit"]'))
    expect(sent).toEqual([])
    await type(find<HTMLTextAreaElement>(root, 'dialog textarea'), 'For dyr for oss.')
    await press(find(root, 'dialog button[type="submit"]'))
    await settle()
    await settle()
    expect(sent).toEqual([{ needId: 'n1', solutionId: 's1', reason: 'For dyr for oss.' }])
    expect(root.textContent).toContain('Avvist av dere')
    expect(root.querySelector('button[aria-label="Avvis treffet En løsning"]')).toBeNull()
  })
})
