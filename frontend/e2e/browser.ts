import { type Browser, type BrowserContext, chromium, type Page, type Request } from 'playwright-core'
import { expect } from 'vitest'
import type { Service } from './service'

const executablePath = process.env['CHROMIUM'] || '/usr/bin/chromium'

/** Chromium as the machine has it. Close it after the tests of a file. */
export function startBrowser(): Promise<Browser> {
  // Without its own sandbox, as containers don't let it have one; it only sees the service under test.
  return chromium.launch({ executablePath, args: ['--no-sandbox'] })
}

export interface VisitOptions {
  width?: number
  scheme?: 'light' | 'dark'
  /** The browser's languages, for addresses that name none. */
  locale?: string
}

export interface Visit {
  page: Page
  context: BrowserContext
  /** Goes to an address and waits until the page stands: "/nb/needs". */
  open: (path: string) => Promise<void>
  /** Errors on the console and requests to other hosts so far; a test empties it when it makes one on purpose. */
  faults: string[]
  /** Closes the window, and fails when anything went wrong that nobody saw. */
  close: () => Promise<void>
}

const underWay = new WeakMap<Page, Set<Request>>()

/** A window of its own, with no one signed in. */
export async function visit(browser: Browser, service: Service, { width = 1280, scheme = 'light', locale = 'nb-NO' }: VisitOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ baseURL: service.address, viewport: { width, height: 900 }, colorScheme: scheme, locale, reducedMotion: 'reduce' })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`))
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (origin !== service.address && protocol !== 'data:' && protocol !== 'blob:') faults.push(`request to another host: ${request.url()}`)
  })
  const requests = new Set<Request>()
  underWay.set(page, requests)
  page.on('request', (request) => requests.add(request))
  page.on('requestfinished', (request) => requests.delete(request))
  page.on('requestfailed', (request) => requests.delete(request))
  return {
    page,
    context,
    faults,
    open: async (path) => {
      await page.goto(path)
      await standing(page)
    },
    close: async () => {
      await context.close()
      expect(faults, service.output()).toEqual([])
    },
  }
}

/**
 * The address as the page itself has it, for questions about it. Playwright's page.url() hears of a
 * changed query string a moment later, which a busy machine makes long enough to be wrong.
 */
export async function addressOf(page: Page): Promise<URL> {
  return new URL(await page.evaluate(() => location.href))
}

/**
 * Waits until the page has its heading and nothing is being fetched, pictures neither. The browser's own
 * "network idle" comes once for a document, and says nothing of what the page fetches after that.
 */
export async function standing(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor()
  await expect.poll(() => settled(page), { timeout: 30_000, message: `${page.url()} goes on fetching` }).toBe(true)
}

/** Two frames and a task on, so that what a press sets going has begun, and nothing is under way. */
async function settled(page: Page): Promise<boolean> {
  const skeletons = await page.evaluate(async () => {
    await new Promise((on) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(on))))
    return document.querySelectorAll('main .skeleton').length
  })
  return skeletons === 0 && underWay.get(page)?.size === 0
}

/** Signs the window in as the demonstration's account for a role, through the API. */
export async function signInAs({ context, page }: Visit, role: string): Promise<void> {
  const session = (await (await context.request.get('/api/v1/session')).json()) as { demoAccounts?: { email: string; password: string; role: string }[] }
  const account = session.demoAccounts?.find((one) => one.role === role)
  if (!account) throw new Error(`the demonstration has no account for ${role}`)
  const { email, password } = account
  const answer = await context.request.post('/api/v1/session', { data: { email, password } })
  if (!answer.ok()) throw new Error(`signing in as ${email}: ${answer.status()} ${await answer.text()}`)
  if (page.url() !== 'about:blank') await page.reload()
}
