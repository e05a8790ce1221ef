import { describe, expect, test } from 'vitest'
import { addressOf, standing, type VisitOptions } from './browser'
import { expectSound } from './rules'
import { useStage } from './stage'

const stage = useStage()

async function see(path: string, options?: VisitOptions) {
  return (await stage.as(undefined, path, options)).page
}

describe('what the service says about itself', () => {
  const views: [path: string, options: VisitOptions][] = [
    ['/nb/about', {}],
    ['/nn/about', { width: 320 }],
    ['/en/about', { scheme: 'dark' }],
    ['/nb/accessibility', { width: 320, scheme: 'dark' }],
    ['/nn/accessibility', {}],
    ['/en/accessibility', {}],
    ['/nb/privacy', {}],
    ['/nn/privacy', { scheme: 'dark' }],
    ['/en/privacy', { width: 320 }],
    ['/nb/does-not-exist', {}],
    ['/en/does-not-exist', { width: 320 }],
  ]
  test.each(views)('%s %o is sound', async (path, options) => {
    await expectSound(await see(path, options))
  })
})

test('an address without a language takes the browser’s', async () => {
  const page = await see('/about', { locale: 'nn-NO' })
  expect((await addressOf(page)).pathname).toBe('/nn/about')
  expect(await page.locator('h1').textContent()).toBe('Om Løftet')
})

test('switching the language keeps the place and the filters, and is remembered', async () => {
  const page = await see('/nb/privacy?x=1')
  await page.getByRole('link', { name: 'English' }).click()
  await page.getByRole('heading', { level: 1, name: 'Privacy' }).waitFor()
  expect((await addressOf(page)).href).toBe(`${stage.service.address}/en/privacy?x=1`)
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await page.goto('/about')
  await standing(page)
  expect((await addressOf(page)).pathname).toBe('/en/about')
})

test('a chosen theme stays, and stands before the first paint', async () => {
  const page = await see('/nb/about')
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  expect(await background()).toBe('rgb(255, 255, 255)')
  await page.getByRole('button', { name: 'Mørkt utseende' }).click()
  await expect.poll(background).toBe('rgb(20, 24, 29)')
  await page.goto('/nb/privacy', { waitUntil: 'commit' })
  await page.waitForFunction(() => document.documentElement.dataset['colorScheme'] === 'dark')
})

test('by keyboard: past the header, and a new page puts one at its heading', async () => {
  const page = await see('/nb/about')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
  await page.getByRole('contentinfo').getByRole('link', { name: 'Personvern' }).press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Personvern' }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Personvern')
  await page.goBack()
  await page.getByRole('heading', { level: 1, name: 'Om Løftet' }).waitFor()
})
