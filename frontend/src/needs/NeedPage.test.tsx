import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { navigate } from '~/app/location'
import { setSession } from '~/app/session'
import { find, press, render, settle } from '~/testing/render'
import { json, serve } from '~/testing/server'
import { needSample, publishedSample } from './sample'
import NeedPage, { type PublishedNeed } from './NeedPage'

let clear = () => undefined as void
beforeEach(() => {
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined)
  navigate('/needs/n1', { replace: true, language: 'nb' })
  setSession({ signedIn: false, demo: false, roles: [], organisations: [] })
})
afterEach(() => {
  clear()
  vi.unstubAllGlobals()
})

async function page(need: PublishedNeed | Response) {
  serve({ 'GET /needs/n1': () => (need instanceof Response ? need : json(need)), 'GET /goals': () => json({ items: [] }) })
  const drawn = await render(<NeedPage params={{ id: 'n1' }} />)
  clear = drawn.clear
  await settle()
  return drawn.root
}

const headings = (root: HTMLElement) => [...root.querySelectorAll('h2')].map((heading) => heading.textContent)

test('what nobody has written is left out', async () => {
  const root = await page(publishedSample())
  expect(headings(root)).toEqual(['Dette er ikke en kunngjøring', 'Dette viser tallene', 'Hvem som har behovet', 'Har dere noe som passer?', 'Kort fortalt'])
  const facts = find(root, '.facts').textContent
  for (const absent of ['Kontakt', 'CPV', 'Indikatoren', 'modenhet']) expect(facts).not.toContain(absent)
  expect(find(root, '.facts').textContent).toContain('Versjon 2, 2. januar 2026 (den du leser)')
})

test('what there is is shown: texts, codes with labels, indicator with a link, contact', async () => {
  const text = (words: string) => ({ text: words, language: 'nb' })
  const root = await page(
    publishedSample({
      rootCauses: text('Gammelt nett'),
      volume: text('430 km'),
      cpv: [{ code: '38421100-3', label: 'Vannmålere' }],
      contact: 'behov@region.example',
      minimumTrl: 7,
      indicator: { code: '6.4-leak', goal: 6, target: '6.4', name: 'Lekkasje', unit: '%', decimals: 1, direction: 'lower', type: 'percent', scored: true },
    }),
  )
  expect(headings(root)).toContain('Hvorfor det er slik')
  expect(headings(root)).toContain('Omfang')
  const facts = find(root, '.facts')
  expect(facts.textContent).toContain('38421100-3 Vannmålere')
  expect(facts.textContent).toContain('TRL 7 av 9')
  expect(find(facts, 'a[href^="mailto:"]').getAttribute('href')).toBe('mailto:behov@region.example')
  expect(find(facts, 'a[href*="6.4-leak"]').getAttribute('href')).toBe('/nb/indicators/6.4-leak?region=01a205fb-7ae9-7316-b887-a6ee4337b155')
})

test('a text in another language has its lang and a visible mark, the title too', async () => {
  const root = await page(publishedSample({ need: needSample({ language: 'en', title: 'How?' }), timeline: { text: 'Dialog i vinter.', language: 'nn' } }))
  expect(find(root, 'h1').lang).toBe('en')
  expect(find(root, '.need-marks').textContent).toContain('bare på engelsk')
  expect(find(root, '#timeline').parentElement?.textContent).toContain('bare på nynorsk')
  expect(root.querySelector('.need-written[lang=nn]')?.textContent).toBe('Dialog i vinter.')
  expect(find(root, '.need-written').hasAttribute('lang')).toBe(false)
})

test('text of others stays text, in paragraphs, with numbers kept together', async () => {
  const root = await page(publishedSample({ fact: { text: '<b>36,3 %</b>\n\nKilde', language: 'nb' } }))
  const written = find(root, '.need-written')
  expect([...written.querySelectorAll('p')].map((p) => p.textContent)).toEqual(['<b>36,3\u00a0%</b>', 'Kilde'])
  expect(written.querySelector('b')).toBeNull()
})

test('roles are shown once somebody has taken one', async () => {
  const undecided = await page(publishedSample())
  expect(undecided.textContent).toContain('er ikke bestemt ennå')
  expect(undecided.querySelectorAll('.table thead th')).toHaveLength(2)
  clear()
  const decided = await page(
    publishedSample({
      municipalities: [
        { id: 'm1', name: 'Flå', residents: 1000, role: 'option' },
        { id: 'm2', name: 'Gol', residents: 0, role: 'lead' },
      ],
    }),
  )
  expect([...decided.querySelectorAll('tbody tr')].map((row) => row.textContent?.replace(/\s/g, ' '))).toEqual(['GolLeder arbeidet–', 'FlåKan bli med (opsjon)1 000'])
  expect(decided.textContent).toContain('1 av dem er med i arbeidet. 1 har opsjon')
})

test('the way on fits the reader; a municipality gets none', async () => {
  expect((await page(publishedSample())).querySelector('a[href="/nb/register"]')).not.toBeNull()
  clear()
  setSession({ signedIn: true, demo: false, roles: ['supplier'], organisations: [] })
  expect((await page(publishedSample())).querySelector('a[href="/nb/business"]')).not.toBeNull()
  clear()
  setSession({ signedIn: true, demo: false, roles: ['respondent'], organisations: [] })
  expect((await page(publishedSample())).querySelector('.need__answer')).toBeNull()
})

test('the link is copied, or shown where copying is not allowed', async () => {
  const root = await page(publishedSample())
  const copy = [...root.querySelectorAll('button')].find((button) => button.textContent === 'Kopier lenke')!
  const write = vi.fn(() => Promise.resolve())
  vi.stubGlobal('navigator', { clipboard: { writeText: write } })
  await press(copy)
  await settle()
  expect(write).toHaveBeenCalledWith(expect.stringMatching(/\/nb\/needs\/n1$/))
  expect(root.textContent).toContain('Lenken er kopiert.')
  vi.stubGlobal('navigator', {})
  await press(copy)
  await settle()
  expect(find<HTMLInputElement>(root, '#address').value).toMatch(/\/nb\/needs\/n1$/)
})

test('a need that doesn’t exist says so, without a try again', async () => {
  const root = await page(json({ code: 'not-found', status: 404, title: 'x' }, { status: 404 }))
  expect(root.textContent).toContain('finnes ikke her')
  expect(find(root, 'h1').textContent).toBe('Behov')
})
