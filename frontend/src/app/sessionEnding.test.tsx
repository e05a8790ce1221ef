import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { api, call } from '~/api'
import { find, press, render, settle } from '~/testing/render'
import { json, serve } from '~/testing/server'
import { SessionEnding } from './SessionEnding'
import { setSession } from './session'

const minute = 60_000
const lives = (hoursLeft: number) => ({ signedIn: true, person: { id: 'a', name: 'Rådgiver' }, roles: [], organisations: [], demo: false, idleSeconds: 470 * 60, secondsLeft: hoursLeft * 3600 })
let clear = () => undefined as void

beforeEach(() => vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: new Date('2026-03-02T09:00:00') }))
afterEach(() => {
  clear()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function signedIn(hoursLeft: number): Promise<HTMLElement> {
  const data = lives(hoursLeft)
  serve({ 'GET /session': () => json(data) })
  await call(api.GET('/session'))
  setSession(data)
  const drawn = await render(<SessionEnding />)
  clear = drawn.clear
  return drawn.root
}
const pass = (minutes: number) => act(async () => void vi.advanceTimersByTime(minutes * minute))

test('warns ten minutes before a session ends that nobody uses, and keeps it', async () => {
  const root = await signedIn(24)
  await pass(459)
  expect(root.textContent).toBe('')
  await pass(2)
  expect(find(root, '[role=status]').textContent).toContain('Du blir logget ut kl. 16:50')
  await press(find(root, 'button'))
  await settle()
  expect(root.textContent).toBe('')
  await pass(459)
  expect(root.textContent).toBe('')
  await pass(2)
  expect(root.textContent).toContain('Du blir logget ut kl. ')
})

test('says when it cannot be kept, and that it is over', async () => {
  const root = await signedIn(1)
  await pass(49)
  expect(root.textContent).toBe('')
  await pass(2)
  expect(root.textContent).toContain('Du blir logget ut kl. 10:00')
  expect(root.textContent).toContain('kan ikke forlenges')
  expect(root.querySelector('button')).toBeNull()
  await pass(10)
  expect(root.textContent).toContain('Du er trolig logget ut')
  expect(find(root, 'a').textContent).toBe('Logg inn i et nytt vindu')
})

test('an answer after the end is that of a new session', async () => {
  const root = await signedIn(1)
  await pass(61)
  await call(api.GET('/session'))
  await pass(1)
  expect(root.textContent).toBe('')
})
