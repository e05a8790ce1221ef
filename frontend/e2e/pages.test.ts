import { beforeAll, expect, test } from 'vitest'
import { addressIn, byRole, type Ids, idsOf, languageOf, pages, routesOfTheApp } from './pages'
import { expectContrast, expectSound } from './rules'
import { expectLargeText, expectStill, expectZoomable } from './sight'
import { useStage } from './stage'

const stage = useStage()
let ids: Ids
beforeAll(async () => {
  ids = await idsOf(stage.newWindow)
})

test('the list names every page of the app', () => {
  expect(pages.map(({ route }) => route).sort()).toEqual(routesOfTheApp().sort())
})

test.each(byRole)('each page of "$role" is sound, light and dark, zoomed, with large text and without motion', { timeout: 400_000 }, async ({ role, listed }) => {
  const window = await stage.as(role || undefined, '/nb/about')
  const { page } = window
  for (const one of listed) {
    await window.open(addressIn(languageOf(one), one, ids))
    await expectSound(page)
    await expectStill(page)
    await expectZoomable(page)
    // Opened in the dark, as a reader does: some versions of Chromium leave a few words in their old colour when it changes under an open page.
    await page.emulateMedia({ colorScheme: 'dark' })
    await window.open(addressIn(languageOf(one), one, ids))
    await expectContrast(page)
    await page.emulateMedia({ colorScheme: 'light' })
    await expectLargeText(page)
  }
})
