import { expect, test } from 'vitest'
import { standing } from './browser'
import { idsOf } from './pages'
import { useStage } from './stage'

const stage = useStage()

test('in forced colours each band and state keeps a sign of its own', async () => {
  const { region } = await idsOf(stage.newWindow)
  const { page } = await stage.as(undefined, `/nb/status/${region}`)
  await page.emulateMedia({ forcedColors: 'active' })
  const signs = new Map<string, string>()
  for (const sign of await page.locator('.legend :is(.band, .figure-state)').all()) {
    const mark = sign.locator('.band__mark, .figure-state__mark')
    signs.set((await sign.textContent()) ?? '', (await mark.screenshot()).toString('base64'))
  }
  expect(signs.size).toBeGreaterThan(6)
  expect(new Set(signs.values()).size, [...signs.keys()].join(', ')).toBe(signs.size)
})

test('in forced colours what is chosen differs from what is not', async () => {
  const { page } = await stage.as('supplier', '/nb/business/solutions/new')
  await page.emulateMedia({ forcedColors: 'active' })
  const looks = async (selector: string) => (await page.locator(selector).first().screenshot()).toString('base64')
  const box = 'main input[type=checkbox]'
  const before = await looks(box)
  await page.locator(box).first().check()
  await page.getByRole('heading', { level: 1 }).focus()
  expect(await looks(box)).not.toBe(before)
  const border = (selector: string) => page.locator(selector).first().evaluate((element) => getComputedStyle(element).borderTopColor + getComputedStyle(element).borderTopWidth)
  expect(await border('.switch__choice[aria-pressed=true]')).not.toBe(await border('.switch__choice[aria-pressed=false]'))
  expect(await border('.navigation__link[aria-current]')).not.toBe(await border('.navigation__link:not([aria-current])'))
  await standing(page)
})
