import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { loadLanguage } from '~/i18n'
import { aMunicipality, aRound } from '~/testing/region'
import { find, render, settle } from '~/testing/render'
import { json, serve } from '~/testing/server'
import { currentRound } from '../Overview'
import { Answered } from './Answered'
import { Decisions, roundDecision } from './Decisions'
import { worstGoals } from './WorstGoals'

let clear = () => undefined as void
beforeEach(() => loadLanguage('nb'))
afterEach(() => {
  clear()
  vi.unstubAllGlobals()
})

test('the round that matters is the open one, else the newest that was opened', () => {
  const [draft, open, older] = [aRound({ id: 'd', state: 'draft' }), aRound({ id: 'o' }), aRound({ id: 'p', state: 'published' })]
  expect(currentRound([draft, older, open])?.id).toBe('o')
  expect(currentRound([draft, older])?.id).toBe('p')
  expect(currentRound([draft])?.id).toBe('d')
  expect(currentRound([])).toBeUndefined()
})

test('the worst goals come first; a goal without a mean is not bad, it is unknown', () => {
  const goal = (number: number, mean?: number) => ({ goal: number, municipalities: 3, worst: [], ...(mean === undefined ? {} : { mean }) })
  expect(worstGoals([goal(1, 80), goal(2), goal(3, 0), goal(4, 50), goal(5, 60)]).map((one) => one.goal)).toEqual([3, 4, 5])
})

test('a round asks for the step that its state leads to, an open one only after its deadline', () => {
  const at = Date.parse('2026-05-01T00:00:00Z')
  const text = (state: Parameters<typeof roundDecision>[0]['state'], now = at) => roundDecision(aRound({ state }), now)?.text ?? null
  expect(text('open')).toBeNull()
  expect(text('open', Date.parse('2026-07-01T00:00:00Z'))).toContain('Fristen for Kartlegging 2026 er ute')
  expect(text('draft')).toContain('ikke åpnet')
  expect(text('closed')).toContain('kan låses')
  expect(text('frozen')).toContain('kan publiseres')
  expect([text('published'), text('archived')]).toEqual([null, null])
})

test('tells who has answered and who is late', async () => {
  const one = (name: string, state: 'submitted' | 'in_progress', late = false, revision = state === 'submitted' ? 1 : 0) => ({ municipality: aMunicipality(name), state, late, sectionsDone: 3, sections: 17, revision })
  serve({ 'GET /rounds/round-1/progress': () => json({ round: aRound(), items: [one('Gol', 'submitted'), one('Hol', 'in_progress', true), one('Ål', 'in_progress'), one('Nesbyen', 'in_progress', false, 1)] }) })
  const drawn = await render(<Answered round={aRound()} />)
  clear = drawn.clear
  await settle()
  expect(find(drawn.root, '.front__count').textContent).toBe('2 av 4 kommuner har sendt inn')
  expect(find(drawn.root, '.front__late').textContent).toBe('1 er etter fristen: Hol.')
  expect(drawn.root.textContent).toContain('Ikke sendt inn ennå: Ål.')
})

test('gathers what waits, with provisional suggestions left out', async () => {
  const need = (state: string) => ({ state, title: 't', goal: 6, target: '6.1', priority: 1, rounded: false, parts: [], municipalities: 1, residents: 1, reason: '', involved: false })
  const server = serve({
    'GET /solutions': () => json({ items: [{ state: 'submitted' }, { state: 'published' }] }),
    'GET /workbench/needs': () => json({ provisional: false, notes: [], items: [need('candidate'), need('under_review'), need('confirmed'), need('rejected')] }),
  })
  const rounds = [aRound({ closesAt: '2999-01-01T00:00:00Z' }), aRound({ id: 'old', name: 'Kartlegging 2025', state: 'published' })]
  const drawn = await render(<Decisions rounds={rounds} chosen={{ id: 'region-1', choices: [], none: false }} />)
  clear = drawn.clear
  await settle()
  expect([...drawn.root.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual([
    '2 forslag til behov fra Kartlegging 2025 må bekreftes eller avvises',
    '1 bekreftet behov er ikke publisert',
    '1 løsning er sendt inn og kan publiseres',
  ])
  expect(server.requests.filter(({ url }) => url.includes('/workbench/')).map(({ url }) => new URL(url).search)).toEqual(['?round=old'])
})
