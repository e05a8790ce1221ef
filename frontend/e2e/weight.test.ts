import { beforeAll, expect, test } from 'vitest'
import { signInAs } from './browser'
import { addressIn, byRole, type Ids, idsOf, languageOf } from './pages'
import { useStage } from './stage'
import { weigh } from './weight'

/** The budget of a first view, with fonts, scripts, styles, figures and pictures. */
const most = { bytes: 300_000, requests: 30 }

const stage = useStage()
let ids: Ids
beforeAll(async () => {
  ids = await idsOf(stage.newWindow)
})

test.each(byRole)('the first view of each page of "$role" stays within its budget', { timeout: 300_000 }, async ({ role, listed }) => {
  for (const one of listed) {
    const window = await stage.newWindow()
    if (role) await signInAs(window, role)
    const address = addressIn(languageOf(one), one, ids)
    const { bytes, requests, heaviest } = await weigh(window, address)
    const said = `${address}: ${bytes} bytes in ${requests} requests, the heaviest ${heaviest.join(', ')}`
    expect.soft(requests, said).toBeLessThanOrEqual(most.requests)
    expect.soft(bytes, said).toBeLessThan(most.bytes)
    // A browser that had kept something, or had not counted, would tell less than the page's own scripts weigh.
    expect.soft(bytes, said).toBeGreaterThan(60_000)
  }
})
