import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { addressOf, signInAs, standing, type Visit, type VisitOptions } from './browser'
import { expectSound } from './rules'
import { useStage } from './stage'

const stage = useStage()
let window: Visit

async function see(path: string, options?: VisitOptions): Promise<Page> {
  window = await stage.as(undefined, path, options)
  return window.page
}

const leak = 'Hvordan kan vi finne og stanse vannlekkasjer før de blir dyre?'
const titles = (page: Page) => page.locator('.need-item h2').allTextContents()
const query = async (page: Page) => Object.fromEntries((await addressOf(page)).searchParams)

describe('the pages that everyone sees first', () => {
  const views: [path: string, options: VisitOptions][] = [
    ['/nb', {}],
    ['/nn', { width: 320 }],
    ['/en', { scheme: 'dark' }],
    ['/nb/needs', { width: 320, scheme: 'dark' }],
    ['/nn/needs', { scheme: 'dark' }],
    ['/en/needs', { width: 320 }],
    ['/nb/needs?q=finnes-ikke', {}],
    ['/nb/register', {}],
    ['/nn/register', { width: 320, scheme: 'dark' }],
    ['/en/register', {}],
  ]
  test.each(views)('%s %o is sound', async (path, options) => {
    await expectSound(await see(path, options))
  })
})

test('the front page shows real needs and rounds, and leads to them', async () => {
  const page = await see('/nb')
  expect(await page.locator('.doors h2').allTextContents()).toEqual(['Kommune', 'Bedrift', 'Regionråd'])
  expect(await page.locator('.loop h3').count()).toBe(6)
  await page.getByText(/\d av 6 kommuner har sendt inn/).waitFor()
  await page.getByRole('link', { name: 'Hallingdal, Kartlegging 2025' }).click()
  await page.getByRole('heading', { level: 1, name: /Hallingdal/ }).waitFor()
  await page.goBack()
  await page.getByRole('link', { name: leak }).click()
  await page.getByRole('heading', { level: 1, name: leak }).waitFor()
})

test('anyone finds a need by goal, region, deadline and word, and comes back to the same list', async () => {
  const page = await see('/nb/needs')
  const all = await titles(page)
  expect(all.length).toBeGreaterThan(3)
  await page.getByText(`${all.length} behov, nærmeste frist først`).first().waitFor()

  await page.getByLabel('Bærekraftsmål').selectOption('6')
  await page.getByText('1 behov').first().waitFor()
  expect(await titles(page)).toEqual([leak])
  await page.getByLabel('Region').focus()
  await page.getByLabel('Region').selectOption({ label: await optionWith(page, 'Region', 'Hallingdal') })
  await expect.poll(() => query(page)).toMatchObject({ goal: '6', region: expect.any(String) })
  // Focus stays where one is choosing, and the number of hits is spoken.
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('region')
  await page.locator('[role=status].ds-sr-only', { hasText: '1 behov' }).first().waitFor({ state: 'attached' })

  await page.getByLabel('Ord', { exact: true }).fill('lekkasje')
  await expect.poll(async () => (await query(page))['q']).toBe('lekkasje')
  await standing(page)
  const address = (await addressOf(page)).href
  await page.getByRole('link', { name: leak }).click()
  await page.getByRole('heading', { level: 1, name: leak }).waitFor()
  await page.goBack()
  await page.getByRole('heading', { level: 1, name: 'Behov' }).waitFor()
  expect((await addressOf(page)).href).toBe(address)
  expect(await page.getByLabel('Ord', { exact: true }).inputValue()).toBe('lekkasje')
  await expect.poll(() => titles(page)).toEqual([leak])

  await page.getByLabel('Ord', { exact: true }).fill('noe ingen har skrevet')
  await page.getByText('Ingen behov passer med det du har valgt').waitFor()
  await page.getByRole('button', { name: 'Fjern alle valg' }).click()
  await expect.poll(() => titles(page)).toEqual(all)
  expect(await query(page)).toEqual({})

  await page.getByLabel('Frist', { exact: true }).selectOption('30')
  await expect.poll(async () => (await query(page))['deadline']).toBe('30')
})

async function optionWith(page: Page, label: string, part: string): Promise<string> {
  const options = await page.getByLabel(label).locator('option').allTextContents()
  return options.find((text) => text.includes(part)) ?? part
}

test('a need tells what, who, why and until when, and that it is no tender notice', async () => {
  const page = await see('/nb/needs')
  await page.getByRole('link', { name: leak }).click()
  await page.getByRole('heading', { level: 1, name: leak }).waitFor()
  await standing(page)
  await expectSound(page)
  for (const heading of ['Dette er ikke en kunngjøring', 'Dette viser tallene', 'Hvem som har behovet', 'Hvorfor det er slik', 'Hva som skal bli annerledes', 'Omfang', 'Tidsplan']) {
    await page.getByRole('heading', { name: heading }).waitFor()
  }
  expect(await page.locator('.need tbody tr').count()).toBe(6)
  expect(await page.locator('.need__facts').textContent()).toContain('behov@hallingdal.example')
  expect(await page.locator('.need__facts').textContent()).toContain('Versjon 1')
  await page.getByRole('link', { name: 'Lekkasje fra kommunalt vannledningsnett' }).click()
  await page.waitForURL('**/nb/indicators/6.4-leak?*')
})

test('a need without volume leaves it out, in each language and on a narrow dark page', async () => {
  const page = await see('/nn/needs', { width: 320, scheme: 'dark' })
  await page.getByRole('link', { name: 'Korleis kan små kjøken kjøpe meir økologisk mat innanfor budsjettet?' }).click()
  await page.getByRole('heading', { level: 2, name: 'Tidsplan' }).waitFor()
  expect(await page.getByRole('heading', { level: 2, name: 'Omfang' }).count()).toBe(0)
  await expectSound(page)
  await page.goto(page.url().replace('/nn/', '/en/'))
  await page.getByRole('heading', { level: 1, name: /organic food/ }).waitFor()
  await standing(page)
  await expectSound(page)
})

test('on paper a need stands without navigation and buttons, and with its facts', async () => {
  const page = await see('/nb/needs')
  await page.getByRole('link', { name: leak }).click()
  await page.getByRole('heading', { level: 2, name: 'Tidsplan' }).waitFor()
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('navigation').first().isVisible()).toBe(false)
  expect(await page.getByText('Skriv ut').isVisible()).toBe(false)
  expect(await page.getByText('behov@hallingdal.example').isVisible()).toBe(true)
  expect(await page.getByText(page.url()).isVisible()).toBe(true)
})

test('what a need lacks before it can be published leads to its field', async () => {
  const page = await see('/nb/about')
  await signInAs(window, 'coordinator')
  await window.open('/nb/region/needs')
  await page.getByLabel('Runde', { exact: true }).selectOption({ label: 'Kartlegging 2025' })
  await page.getByRole('link', { name: /arealregnskap/ }).click()
  await page.getByText('Tittelen er fortsatt den reglene laget, på bokmål, nynorsk og engelsk.').waitFor()
  await page.getByRole('button', { name: 'Bekreft behovet' }).click()
  await page.getByText('Behovet er bekreftet.').waitFor()
  await page.getByRole('button', { name: 'Publiser', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Publiser' }).click()
  await dialog.getByRole('link', { name: /^Skriv hva dere vil oppnå/ }).waitFor()
  window.faults.length = 0 // the browser logs the refusal that this was about
  await dialog.getByRole('link', { name: /^Skriv en e-postadresse/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Rediger behovet' }).waitFor()
  await standing(page)
  expect(await page.getByLabel('Kontakt').evaluate((field) => field === document.activeElement)).toBe(true)
  await expectSound(page)
})
