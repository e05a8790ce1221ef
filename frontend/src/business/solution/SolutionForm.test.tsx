import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { navigate, place } from '~/app/location'
import { find, press, render, settle, type } from '~/testing/render'
import { json, serve } from '~/testing/server'
import { solutionSample } from '../sample'
import EditSolutionPage from './EditSolutionPage'
import NewSolutionPage from './NewSolutionPage'

let clear = () => undefined as void
beforeEach(() => {
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined)
  Element.prototype.scrollIntoView ??= () => undefined
})
afterEach(() => {
  clear()
  vi.unstubAllGlobals()
})

const goals = [
  { number: 6, name: 'Rent vann', description: '', colour: '#26bde2', targets: [{ code: '6.4', label: 'Bruke vannet bedre' }] },
  { number: 13, name: 'Stoppe klimaendringene', description: '', colour: '#3f7e44', targets: [] },
]
const indicator = { code: '6.4-leak', goal: 6, target: '6.4', name: 'Lekkasje', unit: '%', decimals: 1, direction: 'lower', type: 'percent', scored: true }
const lists = {
  'GET /goals': () => json({ items: goals }),
  'GET /regions': () => json({ items: [] }),
  'GET /indicators': () => json({ items: [indicator, { ...indicator, code: '13.2-budget', goal: 13, name: 'Klimabudsjett' }] }),
}

async function draw(table: Parameters<typeof serve>[0], at?: string) {
  const served = serve({ ...lists, ...table })
  const edits = 'GET /solutions/s1' in table
  navigate(edits ? `/business/solutions/s1/edit${at ? `?at=${at}` : ''}` : '/business/solutions/new', { replace: true, language: 'nb' })
  const drawn = await render(edits ? <EditSolutionPage params={{ id: 's1' }} /> : <NewSolutionPage />)
  clear = drawn.clear
  await settle()
  await settle()
  const { root } = drawn
  return {
    root,
    ...served,
    put: (id: string, text: string) => type(find<HTMLInputElement>(root, `#${id}`), text),
    button: (text: string) => press([...root.querySelectorAll('button')].find((one) => one.textContent === text)!),
    tick: (id: string) =>
      act(async () => {
        const box = find<HTMLInputElement>(root, `[id="${id}"]`)
        box.checked = !box.checked
        box.dispatchEvent(new Event('change', { bubbles: true }))
      }),
    send: async () => {
      await press(find(root, 'button[type=submit]'))
      await settle()
    },
  }
}

test('a goal opens its targets and narrows the indicators; saving makes a draft and goes to it', async () => {
  const page = await draw({ 'POST /solutions': () => json(solutionSample(), { status: 201 }) })
  expect(page.root.querySelector('[id="targets-6-6.4"]')).toBeNull()
  await page.put('title-nb', 'Lytteposter')
  await page.tick('goals-6')
  await page.tick('targets-6-6.4')
  await page.button('Legg til en indikator')
  expect([...find(page.root, '#indicators-0-code').querySelectorAll('option')].map((option) => option.textContent)).toEqual(['Velg en indikator', '6: Lekkasje'])
  await page.button('Fjern indikator 1')
  await page.send()
  const sent = page.requests.find(({ method }) => method === 'POST')
  expect(await sent?.json()).toMatchObject({ title: { nb: 'Lytteposter' }, goals: [6], targets: ['6.4'], indicators: [], trl: 0 })
  expect(place.get().path).toBe('/business/solutions/s1')
})

test('a fault of the server stands at its field, and leaving asks as long as something is unsaved', async () => {
  const fields = [{ path: 'title.nb', code: 'too_long', message: 'Skriv høyst 300 tegn.' }]
  const page = await draw({ 'POST /solutions': () => json({ code: 'invalid-input', status: 422, title: 'x', fields }, { status: 422 }) })
  const ask = vi.fn(() => false)
  vi.stubGlobal('confirm', ask)
  await page.put('title-nb', 'Lytteposter')
  await page.send()
  expect(find(page.root, '#title-nb-error').textContent).toContain('Skriv høyst 300 tegn.')
  expect(find<HTMLInputElement>(page.root, '#title-nb').value).toBe('Lytteposter')
  navigate('/business')
  expect(ask).toHaveBeenCalledOnce()
  expect(place.get().path).toBe('/business/solutions/new')
})

test('another language is added beside the first', async () => {
  const page = await draw({})
  await page.button('Skriv også på engelsk')
  expect([...page.root.querySelectorAll('label[for^=title]')].map((label) => label.textContent)).toEqual(['Tittel på bokmål', 'Tittel på engelsk'])
})

test('who comes to mend something stands at it, and editing what is published says what follows', async () => {
  const page = await draw({ 'GET /solutions/s1': () => json(solutionSample({ state: 'published' }), { headers: { ETag: '"3"' } }) }, 'trl')
  expect(document.activeElement?.id).toBe('trl')
  expect(page.root.textContent).toContain('blir løsningen et utkast igjen')
})

test('two writers: the second sees where they differ and chooses', async () => {
  const theirs = solutionSample({ version: 4, references: 'En kommune' })
  const tags: (string | null)[] = []
  const page = await draw({
    'GET /solutions/s1': () => json(solutionSample(), { headers: { ETag: '"3"' } }),
    'PUT /solutions/s1': (request) => {
      tags.push(request.headers.get('If-Match'))
      return tags.at(-1) === '"4"' ? json(solutionSample({ version: 5 })) : json({ code: 'stale', status: 412, title: 'x', current: theirs }, { status: 412 })
    },
  })
  await page.put('references', 'Tre kommuner')
  await page.send()
  expect(find(page.root, '.alert').textContent).toContain('Referanser')
  expect(find<HTMLTextAreaElement>(page.root, '#references').value).toBe('Tre kommuner')
  await page.button('Behold mitt, og skriv over')
  await settle()
  expect(tags).toEqual(['"3"', '"4"'])
  expect(place.get().path).toBe('/business/solutions/s1')
})

test('the other’s version can be taken instead', async () => {
  const page = await draw({
    'GET /solutions/s1': () => json(solutionSample(), { headers: { ETag: '"3"' } }),
    'PUT /solutions/s1': () => json({ code: 'stale', status: 412, title: 'x', current: solutionSample({ version: 4, references: 'En kommune' }) }, { status: 412 }),
  })
  await page.put('references', 'Tre kommuner')
  await page.send()
  await page.button('Forkast mitt, og vis det andre har lagret')
  await settle()
  expect(find<HTMLTextAreaElement>(page.root, '#references').value).toBe('En kommune')
  expect(page.root.querySelector('.ds-error-summary, .alert')).toBeNull()
})
