import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { navigate } from '~/app/location'
import { find, press, render, settle, type } from '~/testing/render'
import { json, serve } from '~/testing/server'
import { matchSample, solutionSample } from '../sample'
import { MatchList } from './MatchList'
import { segments } from './MatchParts'
import { Mend, unsaid } from './Mend'

let clear = () => undefined as void
beforeEach(() => navigate('/business', { replace: true, language: 'nb' }))
afterEach(() => {
  clear()
  vi.unstubAllGlobals()
})

async function list(matches = [matchSample()], table: Parameters<typeof serve>[0] = {}) {
  const { requests } = serve({ 'GET /goals': () => json({ items: [] }), ...table })
  const onDismissed = vi.fn()
  const drawn = await render(<MatchList matches={matches} named onDismissed={onDismissed} />)
  clear = drawn.clear
  await settle()
  return { root: drawn.root, requests, onDismissed }
}

test('the bar is made of the parts that gave points, end to end', () => {
  expect(segments(matchSample().match).map(({ key, from, points }) => [key, from, points])).toEqual([
    ['indicator', 0, 40],
    ['goals', 40, 32.5],
  ])
})

test('a match tells score, solution, reasons, what is missing, and parts that sum', async () => {
  const { root } = await list()
  expect(find(root, '.match__score').textContent).toContain('73 av 100')
  expect(find(root, 'svg').getAttribute('aria-label')).toBe('Treff: 73 av 100')
  expect(root.textContent).toContain('Løsning: Lytteposter')
  expect(find(root, '.match__reasons').textContent).toBe('Samme delmål: 6.4.')
  expect(find(root, '.match__missing').textContent).toBe('Behovet har ingen CPV-kode.')
  const rows = [...root.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent?.replace(/\s/g, ' ')))
  expect(rows[1]).toEqual(['Mål og delmål', '54 %', '60 %', '32,5'])
  expect(rows[2]).toEqual(['Innkjøpskode', 'Mangler opplysninger, teller ikke med', '–', '–'])
  expect(find(root, 'tfoot td').textContent).toBe('72,5')
})

test('putting a match aside wants a reason, and sends it', async () => {
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true
  }
  const { root, requests, onDismissed } = await list([matchSample()], { 'POST /dismissals': () => new Response(null, { status: 204 }) })
  await press(find(root, '.match__dismiss button'))
  await press(find(root, 'dialog button[type=submit]'))
  expect(find(root, 'dialog .ds-error-summary').textContent).toContain('minst tre tegn')
  await type(find<HTMLTextAreaElement>(root, 'dialog textarea'), 'Vi leverer ikke dit')
  await press(find(root, 'dialog button[type=submit]'))
  await settle()
  const sent = requests.find(({ method }) => method === 'POST')
  expect(await sent?.json()).toEqual({ needId: matchSample().need.id, solutionId: 's1', reason: 'Vi leverer ikke dit' })
  expect(onDismissed).toHaveBeenCalledOnce()
})

test('what was put aside stands folded at the end with its reason, and can’t be put aside again', async () => {
  const { root } = await list([matchSample({ dismissed: 'Passer ikke hos oss', solutionId: 's2' }), matchSample()])
  expect(root.querySelectorAll('.match-list > li')).toHaveLength(1)
  const aside = find(root, '.match-aside')
  expect(aside.textContent).toContain('1 lagt til side')
  expect(aside.textContent).toContain('Lagt til side: Passer ikke hos oss')
  expect(aside.querySelector('.match__dismiss')).toBeNull()
})

test('what to mend is what a solution doesn’t tell, each with its place in the form', async () => {
  expect(unsaid(solutionSample())).toEqual([])
  expect(unsaid(solutionSample({ indicators: [], trl: 0, description: { nb: ' ' } }))).toEqual(['indicators', 'trl', 'description'])
  const drawn = await render(<Mend solutions={[solutionSample({ cpv: [] }), solutionSample({ id: 's2', business: { id: 'b1', name: 'Lytt AS' } })]} />)
  clear = drawn.clear
  expect([...drawn.root.querySelectorAll('a')].map((a) => a.getAttribute('href'))).toEqual(['/nb/business/solutions/s1/edit?at=cpv', '/nb/organisation'])
  await drawn.redraw(<Mend solutions={[solutionSample()]} />)
  expect(drawn.root.textContent).toBe('')
})
