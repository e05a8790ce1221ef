import { test } from 'vitest'
import { standing, type VisitOptions } from './browser'
import { expectSound } from './rules'
import { useStage } from './stage'

const { as } = useStage()

test.each([
  ['/nn/municipality', 'respondent', { width: 320 }],
  ['/en/municipality', 'approver', { scheme: 'dark' }],
  ['/nb/municipality/results', 'respondent', {}],
  ['/nn/municipality/results', 'respondent', { width: 320, scheme: 'dark' }],
  ['/en/municipality/results', 'approver', {}],
  ['/nb/municipality/needs', 'municipality_admin', {}],
  ['/nn/municipality/needs', 'respondent', { width: 320 }],
  ['/en/municipality/needs', 'respondent', { scheme: 'dark' }],
] as [path: string, role: string, options: VisitOptions][])('%s as %s is sound in %o', async (path, role, options) => {
  const { page } = await as(role, path, options)
  await expectSound(page)
})

test('a need shows why it is there, and solutions that fit with their reasons', async () => {
  const window = await as('respondent', '/nb/municipality/needs')
  const { page } = window
  await page.locator('.candidate').getByRole('link').first().click()
  await page.getByRole('heading', { name: 'Hvorfor dette er foreslått' }).waitFor()
  await standing(page)
  const last = page.locator('.solution-match').last()
  const title = (await last.getByRole('heading').textContent()) ?? ''
  await last.getByText(/^Treff \d+ av 100/).click()
  await expectSound(page)
  await last.getByRole('button', { name: /^Avvis treffet/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Hvorfor passer den ikke?').fill('Vi har en avtale som dekker dette.')
  await dialog.getByRole('button', { name: 'Avvis treffet', exact: true }).click()
  const dismissed = page.locator('.solution-match', { hasText: title })
  await dismissed.getByText('Vi har en avtale som dekker dette.').waitFor()
  await dismissed.getByText('Avvist av dere').waitFor()
})
