import { describe, expect, test } from 'vitest'
import { addressOf, standing, type Visit, type VisitOptions } from './browser'
import { expectDrawn, expectSound } from './rules'
import { useStage } from './stage'

const stage = useStage()
let window: Visit

async function see(path: string, options?: VisitOptions) {
  window = await stage.as(undefined, path, options)
  return window.page
}

test('from the regions to a municipality and an indicator, with nobody signed in', async () => {
  const page = await see('/nb/status')
  await expectSound(page)
  const main = page.getByRole('main')
  await main.getByRole('link', { name: 'Hallingdal' }).click()
  await standing(page)
  await page.getByLabel('Runde eller år').selectOption({ label: 'Kartlegging 2025, publisert' })
  await standing(page)
  await expectSound(page)
  const names = await page.getByRole('table', { name: 'Svar og dekning per kommune' }).locator('tbody th').allTextContents()
  expect(names).toEqual(['Flå', 'Gol', 'Hemsedal', 'Hol', 'Nesbyen', 'Ål'])
  await main.getByRole('link', { name: 'Ål', exact: true }).first().click()
  await standing(page)
  await page.getByRole('heading', { level: 1, name: 'Ål ved siden av Hallingdal' }).waitFor()
  expect((await addressOf(page)).searchParams.get('round')).toBeTruthy()
  await expectSound(page)
  await main.getByRole('link', { name: 'Elbilandel av personbilparken' }).click()
  await standing(page)
  await page.getByRole('heading', { name: 'Tallene i Hallingdal' }).waitFor()
  await expectDrawn(page, /hvordan fordeler kommunene/)
  // Answers behind a figure are for those who run the region.
  expect(await page.getByRole('link', { name: /innsendingen/ }).count()).toBe(0)
  await expectSound(page)
})

test('figures that a municipality has not published are withheld, and it says so', async () => {
  const page = await see('/nb/status')
  const { items } = (await (await window.context.request.get('/api/v1/regions')).json()) as { items: { id: string; kind: string }[] }
  await window.open(`/nb/status/${items.find(({ kind }) => kind === 'council')?.id}`)
  await page.getByText('Noen kommuner har ikke publisert tallene de har sendt inn.').waitFor()
})

test('the catalogue is filtered in the address, and nothing found shows a way on', async () => {
  const page = await see('/nb/indicators?goal=6')
  await expectSound(page)
  expect(await page.getByRole('table').count()).toBe(1)
  await page.getByLabel('Søk i navn').fill('lekkasje')
  expect((await addressOf(page)).search).toBe('?goal=6&q=lekkasje')
  await page.getByText('1 indikator', { exact: true }).first().waitFor()
  await page.getByLabel('Søk i navn').fill('fiskeskjell')
  await page.getByRole('link', { name: 'Vis alle indikatorene' }).click()
  await expect.poll(() => page.getByRole('table').count()).toBe(17)
})

test('an indicator without bounds says plainly that it has no colour', async () => {
  const page = await see('/nb/indicators/1.2-lowinc')
  await page.getByText('Katalogen har ingen grenser for denne indikatoren.').waitFor()
  await expectSound(page)
})

test('open data gives files that hold their source, and an API that answers', async () => {
  const page = await see('/nb/data')
  await expectSound(page)
  const file = await window.context.request.get((await page.getByRole('link', { name: /^Last ned CSV: Poeng per kommune/ }).getAttribute('href')) ?? '')
  expect(file.headers()['content-type']).toContain('text/csv')
  expect(await file.text()).toMatch(/Gol/)
  for (const address of await page.locator('main a[href^="/api/"]:not([download])').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))) {
    expect((await window.context.request.get(address)).status(), address).toBe(200)
  }
})

test('an address that leads to no region says so and leads on', async () => {
  const page = await see('/nb/status/01a205f8-0000-7000-8000-000000000000')
  await page.getByRole('main').getByRole('status').first().waitFor()
  await page.getByRole('link', { name: 'Alle regioner' }).waitFor()
  // The browser itself reports the answer 404, which this test asked for.
  window.faults.length = 0
})

describe('the public pages in other languages, in the dark and narrow', () => {
  const views: [path: string, options: VisitOptions][] = [
    ['/nn/status', { width: 320 }],
    ['/en/status', { scheme: 'dark' }],
    ['/nn/indicators', { scheme: 'dark' }],
    ['/en/indicators', { width: 320 }],
    ['/nn/indicators/4.1-read8', { width: 320, scheme: 'dark' }],
    ['/en/indicators/4.1-read8', {}],
    ['/nb/method', { width: 320, scheme: 'dark' }],
    ['/nn/method', {}],
    ['/en/method', {}],
    ['/nn/data', { scheme: 'dark' }],
    ['/en/data', { width: 320 }],
  ]
  test.each(views)('%s %o', async (path, options) => {
    await expectSound(await see(path, options))
  })
})
