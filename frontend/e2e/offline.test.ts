import type { Locator, Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { standing, type Visit } from './browser'
import { letterTo, linkIn } from './mail'
import { roundWithOwn } from './ownquestions'
import { useStage } from './stage'

// What was lost is tried again after a while that grows.
vi.setConfig({ testTimeout: 240_000 })

const stage = useStage()

// One story: the network goes and comes back under the questions of the core and a region's own, for who works
// with the response and for who has a mailed link.

const saves = /\/api\/v1\/responses\/[^/]+\/(answers|entries)\//
const isSave = (url: URL) => saves.test(url.pathname)
const saved = /^Lagret \d\d:\d\d – ikke sendt inn$/
const status = (page: Page) => page.locator('.saved[role=status][aria-live=polite]')

let response = ''
const at = (page: string) => `/nb/municipality/rounds/${response}${page}`

interface Goal {
  questions: { question: { code: string }; answer?: { version: number; value?: number } }[]
  own?: { entries: { name: string; version: number; value: unknown }[] }
}

/** What the server has of an answer, and how many times it was written. */
async function kept({ context }: Visit, goal: number, name: string) {
  const { questions, own } = (await (await context.request.get(`/api/v1/responses/${response}/goals/${goal}`)).json()) as Goal
  const found = questions.find(({ question }) => question.code === name)?.answer ?? own?.entries.find((entry) => entry.name === name)
  return found && { version: found.version, value: found.value }
}

interface Place {
  goal: number
  name: string
  field: (page: Page) => Locator
  typed: string
  value: unknown
}
const core = (code: string, goal: number, value: number): Place => ({ goal, name: code, field: (page) => page.locator(`[id="q-${code.replaceAll('.', '-')}-value"]`), typed: String(value), value })
const own = (name: string, goal: number, value: unknown): Place => ({ goal, name, field: (page) => page.locator(`#own-${name}`), typed: String(value), value })

/** Saved while one still stands in the field, at most two seconds after the last key, and said so to eyes and ears. */
async function savesWhileTyping(window: Visit, { field, typed }: Place) {
  const { page } = window
  await field(page).focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.type(typed)
  const begun = Date.now()
  const request = await page.waitForRequest((one) => isSave(new URL(one.url())))
  expect(Date.now() - begun).toBeLessThan(2000)
  expect((await request.response())?.ok()).toBe(true)
  await expect.poll(() => status(page).textContent()).toMatch(saved)
}

/** The network goes: said at once, kept through a reload, sent when it is back, and once however often it was tried. */
async function outlivesTheNetwork(window: Visit, place: Place) {
  const { page, context } = window
  const { field, typed, value } = place
  const before = (await kept(window, place.goal, place.name))?.version ?? 0
  await context.setOffline(true)
  await expect.poll(() => status(page).textContent(), { timeout: 1000 }).toMatch(/^Ikke lagret: du er uten nett/)
  await field(page).fill(typed)
  await field(page).blur()
  expect(await status(page).textContent()).toMatch(/^Ikke lagret: du er uten nett/)

  // Back for reading; what is sent gets lost, then arrives with its answer lost.
  let arrives = false
  await page.route(isSave, async (route) => {
    if (arrives) await route.fetch()
    await route.abort()
  })
  await context.setOffline(false)
  await page.reload()
  await standing(page)
  expect(await field(page).inputValue()).toBe(typed)
  await expect.poll(() => status(page).textContent()).toMatch(/^Ikke lagret/)
  expect((await kept(window, place.goal, place.name))?.version ?? 0).toBe(before)
  arrives = true
  await expect.poll(() => kept(window, place.goal, place.name), { timeout: 20_000 }).toEqual({ version: before + 1, value })
  expect(await status(page).textContent()).toMatch(/^Ikke lagret/)

  await page.unroute(isSave)
  await expect.poll(() => status(page).textContent(), { timeout: 40_000 }).toMatch(saved)
  expect(await page.locator('.alert', { hasText: 'To har endret' }).count()).toBe(0)
  expect(await kept(window, place.goal, place.name)).toEqual({ version: before + 1, value })
  window.faults.length = 0 // the browser itself complains of the network that was taken away
}

test('a question of the core, and a region’s own beside it and in the common part', async () => {
  response = await roundWithOwn(stage)
  const window = await stage.as('respondent', at('/goals/7'))
  for (const place of [core('7.3-bldg', 7, 151), own('plan', 7, 'Energiplan')]) {
    await savesWhileTyping(window, { ...place, typed: place.typed.slice(0, 2) })
    await outlivesTheNetwork(window, place)
  }
  await window.open(at('/goals/0'))
  await savesWhileTyping(window, own('plants', 0, 4))
  await outlivesTheNetwork(window, own('plants', 0, 12))
})

test.each([
  { goal: 7, places: [core('7.3-bldg', 7, 163), own('plan', 7, 'Plan for energi')] },
  { goal: 0, places: [own('plants', 0, 17)] },
])('whoever has a mailed link, in section $goal', async ({ goal, places }) => {
  const email = `del${goal}@kommune.example`
  const respondent = await stage.as('respondent', '/nb/municipality')
  const handed = await respondent.context.request.post(`/api/v1/responses/${response}/assignments`, {
    data: { goal, name: 'Kollega', email, deadline: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10) },
    headers: { 'Idempotency-Key': crypto.randomUUID() },
  })
  expect(handed.status(), await handed.text()).toBe(201)
  const link = linkIn(await letterTo(stage.service, email))
  const window = await stage.newWindow()
  await window.open(new URL(link).pathname + new URL(link).hash)
  await window.page.getByText('Denne delen er din').waitFor()
  await standing(window.page)
  for (const place of places) {
    await savesWhileTyping(window, { ...place, typed: place.typed.slice(0, 1) })
    await outlivesTheNetwork(window, place)
  }
})
