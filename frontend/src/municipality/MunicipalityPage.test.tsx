import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { navigate } from '~/app/location'
import { setSession } from '~/app/session'
import { find, press, render, settle } from '~/testing/render'
import { type Handler, json, serve } from '~/testing/server'
import MunicipalityPage from './MunicipalityPage'
import { stepOf } from './OwnRound'
import type { Response } from './round/response'
import { aNeed, aResponse } from './testing'

let clear = () => undefined as void
beforeEach(() => {
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined)
  navigate('/municipality', { replace: true, language: 'nb' })
})
afterEach(() => {
  clear()
  vi.unstubAllGlobals()
})

const noNeeds: Handler = () => json({ items: [], provisional: false, notes: ['To av seks kommuner har sendt inn.'] })
async function draw(responses: Handler, needs: Handler = noNeeds) {
  serve({ 'GET /responses': responses, 'GET /workbench/needs': needs })
  const drawn = await render(<MunicipalityPage />)
  clear = drawn.clear
  await settle()
  return drawn.root
}
const list = (...items: ReturnType<typeof aResponse>[]) => () => json({ items })
const round = (root: HTMLElement) => find(root, '.own-round')
const main = (root: HTMLElement) => find<HTMLAnchorElement>(root, '.own-round__links a')

test('before the first round it says what will be here', async () => {
  const root = await draw(list())
  expect(root.textContent).toContain('Her kommer kartleggingsrundene')
  expect(root.textContent).toContain('To av seks kommuner har sendt inn.')
})

test('a failure says what is safe, and tries again', async () => {
  let works = false
  const root = await draw(() => (works ? json({ items: [aResponse()] }) : json({ code: 'internal', title: 'x', status: 500, type: 'x', requestId: 'r-1' }, { status: 500 })))
  expect(root.textContent).toContain('Det som er lagret, er trygt')
  works = true
  await press(find(root, '.alert button'))
  await settle()
  expect(root.textContent).toContain('Kartlegging 2026')
})

describe('a round', () => {
  test('tells state, deadline and how many goals are done, and leads back to where one left', async () => {
    const root = await draw(list(aResponse({ sectionsDone: 3, resumeGoal: 6 })))
    expect(round(root).textContent).toContain('Under arbeid')
    expect(round(root).textContent).toContain('Frist 15. mai 2026')
    expect(round(root).textContent).toContain('3 av 17 mål er ferdige')
    expect(round(root).textContent).toContain('Lagret, ikke sendt inn.')
    expect(main(root).getAttribute('href')).toMatch(/\/goals\/6$/)
  })
  test('all answered: to where it is read through and sent', async () => {
    const root = await draw(list(aResponse({ sections: 16, sectionsDone: 16, resumeGoal: 6 })))
    expect(main(root).textContent).toContain('Se over og send til godkjenning')
    expect(main(root).getAttribute('href')).toMatch(/\/municipality\/rounds\/[^/]+$/)
  })
  test('not begun: to the task list', async () => {
    const root = await draw(list(aResponse({ state: 'not_started' })))
    expect(main(root).textContent).toContain('Begynn å svare')
    expect(main(root).getAttribute('href')).toMatch(/\/municipality\/rounds\/[^/]+$/)
  })
  test('submitted: to the receipt', async () => {
    const root = await draw(list(aResponse({ state: 'submitted', resumeGoal: 3 })))
    expect(main(root).getAttribute('href')).toMatch(/\/receipt$/)
    expect(round(root).textContent).not.toContain('ikke sendt inn')
  })
  test('closed without a submission: to read, not to answer', async () => {
    const { round: open } = aResponse()
    const root = await draw(list(aResponse({ resumeGoal: 3, round: { ...open, state: 'closed', closedAt: '2026-05-20T10:00:00Z' } })))
    expect(round(root).textContent).toContain('Lukket 20. mai 2026')
    expect(main(root).textContent).toContain('Åpne')
  })
})

describe('for who only approves', () => {
  const first = aResponse()
  const signIn = () => setSession({ signedIn: true, roles: ['approver'], organisations: [], demo: false })
  beforeEach(signIn)
  afterEach(() => setSession({ signedIn: false, roles: [], organisations: [], demo: false }))
  const rows: [state: Response['state'], says: string, label: string, to: RegExp, primary: boolean][] = [
    ['not_started', 'De som fyller ut, er ikke ferdige.', 'Se hvor langt de er kommet', /\/rounds\/[^/]+$/, false],
    ['in_progress', 'De som fyller ut, er ikke ferdige.', 'Se hvor langt de er kommet', /\/rounds\/[^/]+$/, false],
    ['for_review', 'Venter på deg: les svarene', 'Les og godkjenn', /\/review$/, true],
    ['approved', 'Godkjent, men ikke sendt inn ennå.', 'Se over og send inn', /\/review$/, true],
  ]
  test.each(rows)('%s', async (state, says, label, to, primary) => {
    const root = await draw(list(aResponse({ state, resumeGoal: 6 })))
    expect(root.textContent).toContain('venter på godkjenning fra deg')
    expect(round(root).textContent).toContain(says)
    expect(main(root).textContent).toContain(label)
    expect(main(root).getAttribute('href')).toMatch(to)
    expect(main(root).dataset['variant']).toBe(primary ? 'primary' : undefined)
  })
  test('what waits for them comes first', async () => {
    const root = await draw(list(first, aResponse({ id: 'b', state: 'for_review', round: { ...first.round, name: 'Andre runde' } })))
    expect([...root.querySelectorAll('.own-round h3')].map(({ textContent }) => textContent)).toEqual(['Andre runde', 'Kartlegging 2026'])
  })
  test('before the first round it says what will wait here', async () => {
    expect((await draw(list())).textContent).toContain('Her kommer svarene du skal godkjenne')
  })
})

test('a respondent who waits for the approver is not asked to approve', () => {
  expect(stepOf(aResponse({ state: 'for_review' }), ['respondent']).label).toBe('Åpne')
  expect(stepOf(aResponse({ state: 'approved' }), ['respondent']).to).toMatch(/\/review$/)
  expect(stepOf(aResponse({ state: 'approved' }), ['municipality_admin']).to).not.toMatch(/\/review$/)
  expect(stepOf(aResponse({ state: 'in_progress', resumeGoal: 6 }), ['approver', 'respondent']).label).toBe('Fortsett der du slapp: mål 6')
})

test('shows the needs that the municipality is part of, at most three', async () => {
  const needs = [1, 2, 3, 4].map((n) => aNeed({ id: `n${n}`, title: `Behov ${n}`, involved: true }))
  const root = await draw(list(), () => json({ items: [aNeed({ title: 'Andres', involved: false }), ...needs], provisional: false, notes: [] }))
  expect([...root.querySelectorAll('.candidate h3')].map(({ textContent }) => textContent)).toEqual(['Behov 1', 'Behov 2', 'Behov 3'])
})
