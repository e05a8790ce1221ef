import { beforeAll, expect, test } from 'vitest'
import { expectWalkable } from './keyboard'
import { addressIn, byRole, type Ids, idsOf, languageOf } from './pages'
import { zoomed } from './sight'
import { useStage } from './stage'
import { sweepStops } from './stop'

const stage = useStage()
let ids: Ids
beforeAll(async () => {
  ids = await idsOf(stage.newWindow)
})

test.each(byRole)('each page of "$role" is walked by Tab, and shows focus in the dark, in forced colours and zoomed', { timeout: 400_000 }, async ({ role, listed }) => {
  const window = await stage.as(role || undefined, '/nb/about')
  const { page } = window
  const usual = page.viewportSize() ?? zoomed
  for (const one of listed) {
    await window.open(addressIn(languageOf(one), one, ids))
    await expectWalkable(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    expect.soft(await sweepStops(page), `${page.url()} in the dark`).toEqual([])
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
    expect.soft(await sweepStops(page), `${page.url()} in forced colours`).toEqual([])
    await page.emulateMedia({ forcedColors: 'none' })
    await page.setViewportSize(zoomed)
    expect.soft(await sweepStops(page), `${page.url()} at 400 %`).toEqual([])
    await page.setViewportSize(usual)
  }
})
