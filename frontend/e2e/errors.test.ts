import { beforeAll, expect, test } from 'vitest'
import { addressIn, type Ids, idsOf, type Listed } from './pages'
import { expectAccessible, expectContrast, expectNoOverflow } from './rules'
import { expectZoomable } from './sight'
import { useStage } from './stage'

const stage = useStage()
let ids: Ids
beforeAll(async () => {
  ids = await idsOf(stage.newWindow)
})

/** The forms, each with the button that sends it; "fill" takes away what must stand. */
const forms: (Listed & { button: string; fill?: Record<string, string> })[] = [
  { route: '/register', button: 'Registrer' },
  { route: '/sign-in', button: 'Logg inn' },
  { route: '/forgot-password', button: 'Send lenke' },
  { route: '/set-password#token=a-token-that-nobody-mailed', button: 'Lagre og logg inn' },
  { route: '/account', role: 'respondent', button: 'Bytt passord' },
  { route: '/organisation', role: 'municipality_admin', button: 'Gi rollen' },
  { route: '/region/rounds/new', role: 'coordinator', button: 'Lagre utkastet' },
  { route: '/region/rounds/:id/edit', role: 'coordinator', ids: ['round'], button: 'Lagre', fill: { name: '' } },
  { route: '/region/rounds/:id/targets/:code', role: 'coordinator', ids: ['round', 'target'], button: 'Lagre målet', fill: { lower: '' } },
  { route: '/business/solutions/new', role: 'supplier', button: 'Lagre utkast' },
  { route: '/business/solutions/:id/edit', role: 'supplier', ids: ['solution'], button: 'Lagre endringene', fill: { 'title-nb': '', 'title-nn': '', 'title-en': '' } },
]

test.each(forms)('$route is sound with its faults shown, light and dark', { timeout: 120_000 }, async ({ button, fill = {}, ...listed }) => {
  const window = await stage.as(listed.role, '/nb/about')
  const { page } = window
  const showFaults = async () => {
    await window.open(addressIn('nb', listed, ids))
    for (const [id, text] of Object.entries(fill)) await page.locator(`[id="${id}"]`).fill(text)
    await page.getByRole('main').getByRole('button', { name: button, exact: true }).first().click()
    await page.locator('.ds-error-summary').waitFor()
    await expect.poll(() => page.title()).toMatch(/^Feil: /)
    await expect.poll(() => page.locator('.ds-error-summary').evaluate((summary) => summary === document.activeElement)).toBe(true)
  }
  await showFaults()
  await expectNoOverflow(page)
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await showFaults()
  await expectContrast(page)
  await expectZoomable(page)
})
