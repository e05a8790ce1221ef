import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { expectNoOverflow } from './rules'

/** What 400 % leaves of a window of 1280 by 1024. */
export const zoomed = { width: 320, height: 256 }

/** Text that its own box cuts off, and what stays in sight while the page scrolls and takes more than a third of it. */
export async function expectAllInSight(page: Page): Promise<void> {
  const faults = await page.evaluate(() => {
    const name = (element: Element) => `${element.tagName.toLowerCase()}.${element.className.toString()} «${(element.textContent ?? '').trim().slice(0, 40)}»`
    const cut: string[] = []
    for (const element of document.querySelectorAll<HTMLElement>('body, body *')) {
      const { overflowX, overflowY, position } = getComputedStyle(element)
      const clips = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
      if (!clips(overflowX) && !clips(overflowY) && !/sticky|fixed/.test(position)) continue
      if (!element.textContent?.trim() || !element.checkVisibility({ visibilityProperty: true }) || element.clientWidth <= 1 || element.closest('svg, select, .ds-sr-only, .ds-skip-link')) continue
      if (clips(overflowX) && element.scrollWidth > element.clientWidth + 1) cut.push(`${name(element)} is cut at ${element.clientWidth} of ${element.scrollWidth} across`)
      if (clips(overflowY) && element.scrollHeight > element.clientHeight + 1) cut.push(`${name(element)} is cut at ${element.clientHeight} of ${element.scrollHeight} down`)
      if (/sticky|fixed/.test(position) && element.offsetHeight > innerHeight / 3) cut.push(`${name(element)} stays in sight with ${element.offsetHeight} of ${innerHeight}`)
    }
    return cut
  })
  expect.soft(faults, page.url()).toEqual([])
}

/** At 400 % everything can still be read, and only data tables and charts scroll sideways, in their own box. */
export async function expectZoomable(page: Page): Promise<void> {
  const before = page.viewportSize()
  await page.setViewportSize(zoomed)
  await expectNoOverflow(page)
  await expectAllInSight(page)
  if (before) await page.setViewportSize(before)
}

/** With text twice as large as the browser's usual 16 px nothing is cut off or pushed out. */
export async function expectLargeText(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page)
  const usual = await page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize))
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } })
  await expect.poll(() => page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize))).toBe(2 * usual)
  await expectNoOverflow(page)
  await expectAllInSight(page)
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } })
  await browser.detach()
}

/** Nothing moves for somebody who has asked for less movement: neither what does now, nor what would. */
export async function expectStill(page: Page): Promise<void> {
  const moving = await page.evaluate(() => {
    const seconds = (list: string) => Math.max(...list.split(',').map((one) => parseFloat(one) * (one.trim().endsWith('ms') ? 0.001 : 1)))
    const found = new Set<string>()
    for (const element of document.querySelectorAll('*')) {
      for (const part of ['', '::before', '::after']) {
        const style = getComputedStyle(element, part || null)
        if (part && style.content === 'none') continue
        const { transitionDuration, animationName, animationDuration, scrollBehavior } = style
        if (seconds(transitionDuration) > 0.01) found.add(`${element.tagName}.${element.className.toString()}${part} changes over ${transitionDuration}`)
        if (animationName !== 'none' && seconds(animationDuration) > 0.01) found.add(`${element.tagName}.${element.className.toString()}${part} moves for ${animationDuration}`)
        if (!part && scrollBehavior === 'smooth') found.add(`${element.tagName}.${element.className.toString()} scrolls smoothly`)
      }
    }
    return [...found]
  })
  expect.soft(moving, page.url()).toEqual([])
}
