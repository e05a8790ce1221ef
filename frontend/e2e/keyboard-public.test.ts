import { expect, test } from 'vitest'
import { addressOf } from './browser'
import { atKeyboard } from './keyboard'
import { useStage } from './stage'

const { as } = useStage()

test('anyone finds a need, reads it, comes back, and changes language', async () => {
  const { page } = await as(undefined, '/nb')
  const keys = atKeyboard(page)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id), 'past the header').toBe('content')
  await keys.press(page.getByRole('main').getByRole('link', { name: 'Se alle behov' }))
  await keys.arrive('Behov')

  await keys.choose(page.getByLabel('Bærekraftsmål'), /^6/)
  await expect.poll(async () => (await addressOf(page)).searchParams.get('goal')).toBe('6')
  await keys.settle()
  await keys.type(page.getByLabel('Ord', { exact: true }), 'lekkasje')
  await expect.poll(async () => (await addressOf(page)).searchParams.get('q')).toBe('lekkasje')
  await keys.settle()
  const need = 'Hvordan kan vi finne og stanse vannlekkasjer før de blir dyre?'
  await keys.press(page.getByRole('link', { name: need }))
  await keys.arrive(need)
  await page.goBack()
  await keys.arrive('Behov')

  // The language is changed from the page's end on: Tab goes round to the header.
  const english = page.getByRole('link', { name: 'English' })
  await keys.press(english)
  await page.getByRole('heading', { level: 1, name: 'Needs' }).waitFor()
  await keys.settle()
  expect(await english.evaluate((link) => link === document.activeElement), 'the reader keeps the place').toBe(true)
})

test('a chart gives its table, and a wide one is scrolled by the arrows', async () => {
  const { page } = await as(undefined, '/nb/status', { width: 640 })
  const keys = atKeyboard(page)
  await keys.press(page.getByRole('main').getByRole('link', { name: 'Hallingdal' }))
  await keys.arrive('Status i Hallingdal')
  await keys.choose(page.getByLabel('Runde eller år'), 'Kartlegging 2025, publisert')
  await keys.settle()
  const heat = page.getByRole('figure', { name: /^Hvilke mål står kommunene/ })
  const picture = heat.locator('.chart__picture')
  await keys.to(picture)
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => picture.evaluate((box) => box.scrollLeft)).toBeGreaterThan(0)
  await keys.press(heat.getByRole('button', { name: 'Vis som tabell' }))
  await heat.getByRole('row').nth(2).waitFor()
  await keys.settle()
  const table = heat.locator('.table-box')
  await keys.to(table, 'Shift+Tab')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => table.evaluate((box) => box.scrollLeft)).toBeGreaterThan(0)
})
