import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { signInAs, startBrowser, type Visit, visit, type VisitOptions } from './browser'
import { type Service, startService } from './service'

export interface Stage {
  /** The service under test; there from the first test of the file on. */
  readonly service: Service
  /** A window of its own, with no one signed in, which is closed after the test. */
  newWindow: (options?: VisitOptions) => Promise<Visit>
  /** A window at an address, with the demonstration's account for a role signed in; with nobody where the role is left out. */
  as: (role: string | undefined, path: string, options?: VisitOptions) => Promise<Visit>
}

/** A service and a browser for the tests of one file. Every window is closed after its test, and fails it where anything went wrong unseen. */
export function useStage(): Stage {
  let service: Service
  let browser: Browser
  let windows: Visit[] = []

  beforeAll(async () => {
    service = await startService()
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await service?.stop()
  })
  afterEach(async () => {
    const open = windows
    windows = []
    for (const one of open) await one.close()
  })

  const newWindow = async (options?: VisitOptions) => {
    const window = await visit(browser, service, options)
    windows.push(window)
    return window
  }
  return {
    get service() {
      return service
    },
    newWindow,
    async as(role, path, options) {
      const window = await newWindow(options)
      if (role) await signInAs(window, role)
      await window.open(path)
      return window
    },
  }
}
