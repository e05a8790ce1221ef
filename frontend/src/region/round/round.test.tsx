import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { loadLanguage } from '~/i18n'
import type { Round } from '~/status'
import { aRound } from '~/testing/region'
import { find, press, render, settle, type as typeInto } from '~/testing/render'
import { json, serve } from '~/testing/server'
import { dayOf, endOfDay, startOfDay } from './roundDates'
import { roundErrors } from './RoundFields'
import { RoundSteps } from './RoundSteps'
import { isFinal, stepTo } from './roundSteps'
import { targetErrors } from './TargetPage'

let clear = () => undefined as void
beforeEach(() => loadLanguage('nb'))
afterEach(() => {
  clear()
  vi.unstubAllGlobals()
})

test('opening a closed round is another step than opening one', () => {
  expect(stepTo({ state: 'draft' }, 'open')).toBe('open')
  expect(stepTo({ state: 'closed' }, 'open')).toBe('reopen')
  expect(stepTo({ state: 'closed' }, 'frozen')).toBe('frozen')
  expect(stepTo({ state: 'scheduled' }, 'draft')).toBeNull()
  expect((['scheduled', 'open', 'reopen', 'closed', 'frozen', 'published', 'archived'] as const).filter(isFinal)).toEqual(['frozen', 'published', 'archived'])
})

test('the last day counts whole, and comes back as the same day', () => {
  for (const day of ['2026-01-01', '2026-03-29', '2026-10-25', '2028-02-29']) {
    expect(dayOf(startOfDay(day))).toBe(day)
    expect(dayOf(endOfDay(day))).toBe(day)
    expect(endOfDay(day) > startOfDay(day)).toBe(true)
  }
})

test('a round needs a name and two days in their order', () => {
  const fields = (value: Parameters<typeof roundErrors>[0]) => roundErrors(value).map(({ field }) => field)
  expect(fields({ name: ' ', opensAt: '', closesAt: '' })).toEqual(['name', 'opensAt', 'closesAt'])
  expect(fields({ name: 'A', opensAt: '2026-05-02', closesAt: '2026-05-01' })).toEqual(['closesAt'])
  expect(fields({ name: 'A', opensAt: '2026-05-01', closesAt: '2026-05-01' })).toEqual([])
})

test('a target needs two different numbers and a reason', () => {
  const fields = (some: Partial<Parameters<typeof targetErrors>[0]>) => targetErrors({ lower: 10, optimum: 2, green: null, red: null, reason: { nn: 'Planen seier det' }, ...some }).map(({ field }) => field)
  expect(fields({})).toEqual([])
  expect(fields({ lower: null, optimum: Number.NaN })).toEqual(['lower', 'optimum'])
  expect(fields({ optimum: 10 })).toEqual(['optimum'])
  expect(fields({ green: Number.NaN, red: 0 })).toEqual(['green'])
  expect(fields({ reason: { nb: ' x ' } })).toEqual(['reason-nb'])
})

describe('the steps of a round', () => {
  async function steps(round: Round, answer: Round) {
    const server = serve({ 'POST /rounds/round-1/state': () => json(answer) })
    const onChanged = vi.fn()
    const drawn = await render(<RoundSteps round={round} onChanged={onChanged} />)
    clear = drawn.clear
    return { root: drawn.root, server, onChanged }
  }

  test('ask first, naming what will happen, and do nothing when one thinks again', async () => {
    const { root, server } = await steps(aRound(), aRound())
    await press(find(root, '.round__steps button'))
    const dialog = find(root, 'dialog')
    expect(find(dialog, 'h2').textContent).toBe('Lukke Kartlegging 2026?')
    expect(dialog.textContent).toContain('4 av 6 kommuner har sendt inn.')
    expect(dialog.textContent).toContain('Når runden er lukket, kan ingen svare eller rette lenger.')
    await press([...dialog.querySelectorAll('button')].at(-1)!)
    expect(root.querySelector('dialog')).toBeNull()
    expect(server.requests).toHaveLength(0)
  })

  test('close the round when confirmed', async () => {
    const closed = aRound({ state: 'closed', nextStates: ['open', 'frozen'] })
    const { root, server, onChanged } = await steps(aRound(), closed)
    await press(find(root, '.round__steps button'))
    await press(find(root, 'dialog .actions button'))
    await settle()
    expect(await server.requests[0]?.json()).toEqual({ to: 'closed' })
    expect(server.requests[0]?.headers.get('Idempotency-Key')).toBeTruthy()
    expect(onChanged).toHaveBeenCalledWith(closed)
    expect(root.querySelector('dialog')).toBeNull()
  })

  test('open again only with a reason', async () => {
    const { root, server } = await steps(aRound({ state: 'closed', nextStates: ['open', 'frozen'] }), aRound())
    const [again] = [...root.querySelectorAll<HTMLButtonElement>('.round__steps button')].filter(({ textContent }) => textContent === 'Åpne runden igjen')
    await press(again!)
    await press(find(root, 'dialog .actions button'))
    expect(server.requests).toHaveLength(0)
    expect(find(root, '#reason-error').textContent).toBe('Feil: Skriv hvorfor runden åpnes igjen')
    await typeInto(find<HTMLTextAreaElement>(root, '#reason'), 'Gol sendte inn feil tall')
    await press(find(root, 'dialog .actions button'))
    await settle()
    expect(await server.requests[0]?.json()).toEqual({ to: 'open', reason: 'Gol sendte inn feil tall' })
  })

  test('say so when there are none left', async () => {
    const { root } = await steps(aRound({ state: 'archived', nextStates: [] }), aRound())
    expect(root.textContent).toContain('ved veis ende')
    expect(root.querySelector('button')).toBeNull()
  })
})
