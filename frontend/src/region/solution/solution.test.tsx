import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { components } from '~/api'
import { loadLanguage } from '~/i18n'
import { find, press, render, settle, type as typeInto } from '~/testing/render'
import { json, serve } from '~/testing/server'
import { SolutionDecision } from './SolutionDecision'
import { SolutionFacts } from './SolutionFacts'

type Solution = components['schemas']['Solution']

function solution(some: Partial<Solution> = {}): Solution {
  return {
    id: 's-1',
    business: { id: 'b', name: 'Eksempel AS' },
    state: 'submitted',
    title: { nb: 'Lekkasjesøk' },
    summary: {},
    description: {},
    goals: [6],
    targets: [],
    indicators: [],
    cpv: [],
    regionIds: [],
    trl: 0,
    marketState: '',
    priceModel: '',
    references: '',
    website: '',
    returnReason: '',
    actions: ['publish', 'return'],
    version: 1,
    updatedAt: '2026-01-01T00:00:00Z',
    ...some,
  }
}

let clear = () => undefined as void
beforeEach(() => loadLanguage('nb'))
afterEach(() => {
  clear()
  vi.unstubAllGlobals()
})

async function decision(some: Partial<Solution>, table: Parameters<typeof serve>[0] = {}) {
  const server = serve(table)
  const onDone = vi.fn()
  const drawn = await render(<SolutionDecision solution={solution(some)} onDone={onDone} />)
  clear = drawn.clear
  return { root: drawn.root, server, onDone }
}

test('a solution is published after the question, and the page gets it as it is now', async () => {
  const published = solution({ state: 'published', actions: [] })
  const { root, server, onDone } = await decision({ version: 4 }, { 'POST /solutions/s-1/publication': () => json(published) })
  await press(find(root, '.actions button'))
  expect(find(root, 'dialog h2').textContent).toBe('Publisere «Lekkasjesøk»?')
  await press(find(root, 'dialog .actions button'))
  await settle()
  expect(server.requests[0]?.headers.get('If-Match')).toBe('"4"')
  expect(onDone).toHaveBeenCalledWith(published, 'Løsningen er publisert.')
})

test('one is returned only with a reason', async () => {
  const { root, server, onDone } = await decision({ actions: ['return'] }, { 'POST /solutions/s-1/return': () => json(solution({ state: 'returned' })) })
  await press(find(root, '.actions button'))
  await press(find(root, 'dialog .actions button'))
  expect(server.requests).toHaveLength(0)
  await typeInto(find<HTMLTextAreaElement>(root, '#reason'), 'Skriv hva den koster')
  await press(find(root, 'dialog .actions button'))
  await settle()
  expect(await server.requests[0]?.json()).toEqual({ reason: 'Skriv hva den koster' })
  expect(onDone).toHaveBeenCalledOnce()
})

test('without anything to do there are no buttons', async () => {
  expect((await decision({ actions: [] })).root.querySelector('button')).toBeNull()
})

test('an address that is none of the web becomes no link', async () => {
  serve({ 'GET /goals': () => json({ items: [] }), 'GET /regions': () => json({ items: [] }), 'GET /indicators': () => json({ catalogue: {}, items: [] }) })
  const drawn = await render(<SolutionFacts solution={solution({ website: 'javascript:alert(1)' })} />)
  clear = drawn.clear
  await settle()
  expect(drawn.root.querySelector('a')).toBeNull()
  await drawn.redraw(<SolutionFacts solution={solution({ website: 'https://eksempel.example' })} />)
  expect(find<HTMLAnchorElement>(drawn.root, 'a').href).toBe('https://eksempel.example/')
})
