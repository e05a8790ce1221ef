import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { navigate } from '~/app/location'
import { find, press, render, settle } from '~/testing/render'
import { json, serve } from '~/testing/server'
import { solutionSample } from '../sample'
import type { Solution } from '../useSolutions'
import SolutionPage from './SolutionPage'
import SolutionsPage from './SolutionsPage'

let clear = () => undefined as void
beforeEach(() => {
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined)
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true
  }
  navigate('/business/solutions/s1', { replace: true, language: 'nb' })
})
afterEach(() => {
  clear()
  vi.unstubAllGlobals()
})

const empty = () => json({ items: [] })

async function page(solution: Solution, table: Parameters<typeof serve>[0] = {}) {
  const served = serve({ 'GET /solutions/s1': () => json(solution), 'GET /matches': empty, 'GET /goals': empty, 'GET /regions': empty, 'GET /indicators': empty, ...table })
  const drawn = await render(<SolutionPage params={{ id: 's1' }} />)
  clear = drawn.clear
  await settle()
  return { root: drawn.root, ...served }
}

const buttons = (root: HTMLElement) => [...root.querySelectorAll('button')]

test('a draft that lacks something says what, with links to the places', async () => {
  const { root } = await page(solutionSample({ summary: {}, goals: [] }))
  const next = find(root, '.solution-next')
  expect([...next.querySelectorAll('li a')].map((a) => a.getAttribute('href'))).toEqual(['/nb/business/solutions/s1/edit?at=summary', '/nb/business/solutions/s1/edit?at=goals'])
  expect(buttons(next).some((button) => button.textContent === 'Send til koordinator')).toBe(false)
})

test('sending says who will see it, and shows the new state', async () => {
  const { root, requests } = await page(solutionSample(), {
    'POST /solutions/s1/submission': () => json(solutionSample({ state: 'submitted', actions: ['edit'], submittedAt: '2026-02-03T10:00:00Z' })),
  })
  await press(buttons(root).find((button) => button.textContent === 'Send til koordinator')!)
  const dialog = find(root, 'dialog')
  expect(dialog.textContent).toContain('kan lese alt som står her')
  expect(requests.some(({ method }) => method === 'POST')).toBe(false)
  await press(buttons(dialog).find((button) => button.textContent === 'Send til koordinator')!)
  await settle()
  expect(find(root, '.solution-next').textContent).toContain('Sendt til koordinatoren 3. februar 2026')
  expect(find(root, '.page__above').textContent).toBe('Sendt til koordinator')
})

test('a refusal is told in the server’s words', async () => {
  const fields = [{ path: 'indicators', code: 'solution_anchor', message: 'Oppgi minst én indikator.' }]
  const { root } = await page(solutionSample(), { 'POST /solutions/s1/submission': () => json({ code: 'invalid-input', status: 422, title: 'x', fields }, { status: 422 }) })
  await press(buttons(root).find((button) => button.textContent === 'Send til koordinator')!)
  await press(buttons(find(root, 'dialog')).find((button) => button.textContent === 'Send til koordinator')!)
  await settle()
  expect(find(root, 'dialog .ds-error-summary').textContent).toContain('Oppgi minst én indikator.')
})

test('one that was sent back shows the reason and can be sent again', async () => {
  const { root } = await page(solutionSample({ state: 'returned', returnReason: 'Hva måles?' }))
  expect(find(root, 'blockquote').textContent).toBe('Hva måles?')
  expect(buttons(root).some((button) => button.textContent === 'Send til koordinator')).toBe(true)
})

test('the preview leaves out what isn’t filled in, and marks another language', async () => {
  const { root } = await page(solutionSample({ title: { en: 'Listening posts' }, cpv: [], trl: 0 }))
  const view = find(root, '.solution-view')
  expect(find(view, 'h3').lang).toBe('en')
  expect(view.textContent).toContain('bare på engelsk')
  const names = [...view.querySelectorAll('dt')].map((dt) => dt.textContent)
  expect(names).toEqual(['Bærekraftsmål', 'Delmål', 'Påvirker', 'Tilbys i', 'Kontakt'])
})

test('the list shows where each solution is, and begins with an invitation', async () => {
  serve({ 'GET /solutions': () => json({ items: [solutionSample({ state: 'published', publishedAt: '2026-02-03T10:00:00Z' }), solutionSample({ id: 's2', title: {}, state: 'returned', returnReason: 'Hva måles?' })] }) })
  const drawn = await render(<SolutionsPage />)
  clear = drawn.clear
  await settle()
  const [first, second] = drawn.root.querySelectorAll('.solution-item')
  expect(first?.textContent).toBe('LytteposterPublisert 3. februar 2026')
  expect(second?.textContent).toContain('Løsning uten tittel')
  expect(second?.textContent).toContain('Sendt tilbake: Hva måles?')
  clear()
  serve({ 'GET /solutions': empty })
  const none = await render(<SolutionsPage />)
  clear = none.clear
  await settle()
  expect(find(none.root, '.empty a').getAttribute('href')).toBe('/nb/business/solutions/new')
})
