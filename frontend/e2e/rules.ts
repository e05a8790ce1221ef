import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

interface Found {
  id: string
  help: string
  nodes: { html: string; failureSummary?: string }[]
}

/** No fault that a machine can find against WCAG 2.2 A and AA and good practice. */
export function expectAccessible(page: Page): Promise<void> {
  return expectNoFault(page, ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
}

/** What is left to look at where a page that is sound gets other colours. */
export async function expectContrast(page: Page): Promise<void> {
  // The colours take a frame or two to change.
  await page.evaluate(() => new Promise((on) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(on)))))
  return expectNoFault(page, ['color-contrast', 'link-in-text-block'])
}

async function expectNoFault(page: Page, rules: string[]): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const violations = await page.evaluate(async (runOnly) => {
    const { axe: engine } = window as unknown as { axe: typeof axe }
    return (await engine.run(document, { runOnly })).violations as unknown
  }, rules)
  const readable = (violations as Found[]).map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `  ${node.html}\n  ${node.failureSummary ?? ''}`).join('\n')}`)
  expect.soft(readable, page.url()).toEqual([])
}

/** The page itself never scrolls sideways; tables and charts may, in their own box. In a table nothing reaches into the cell beside it. */
export async function expectNoOverflow(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready) // until its font has come, a page is set in a wider one
  const wide = await page.evaluate(() => {
    const limit = document.documentElement.clientWidth
    const cells = [...document.querySelectorAll('.table :is(th, td)')]
      .filter((cell) => cell.scrollWidth > cell.clientWidth + 1)
      .map((cell) => `«${cell.textContent}» is ${cell.scrollWidth} wide in a cell of ${cell.clientWidth}`)
    if (document.documentElement.scrollWidth <= limit) return cells
    const inBox = (element: Element) => {
      const box = element.closest('.table-box, .chart__picture')
      return box !== null && getComputedStyle(box).overflowX !== 'visible' // on paper nothing can be scrolled
    }
    const outside = [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > limit + 1 && !inBox(element))
      .map((element) => `${element.tagName.toLowerCase()}.${element.className.toString()} reaches ${Math.round(element.getBoundingClientRect().right)} of ${limit}`)
    return [...cells, ...outside, `the page is ${document.documentElement.scrollWidth} wide of ${limit}`]
  })
  expect(wide, page.url()).toEqual([])
}

/** The picture came and was drawn; it may wait until it is scrolled to. */
export async function expectDrawn(page: Page, name: RegExp): Promise<void> {
  const picture = page.getByRole('img', { name })
  await picture.scrollIntoViewIfNeeded()
  await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth), { message: name.source }).toBeGreaterThan(0)
}

/** One h1 that names the page, in the title too, and the language of the address. */
export async function expectFrame(page: Page): Promise<void> {
  const language = new URL(page.url()).pathname.split('/')[1]
  expect(await page.locator('html').getAttribute('lang')).toBe(language)
  expect(await page.locator('h1').count()).toBe(1)
  // The title follows the heading a moment later, when the record has come.
  await expect.poll(async () => (await page.title()) === `${await page.locator('h1').textContent()} – Løftet`, { message: `${page.url()}: ${await page.title()}` }).toBe(true)
  // A label finds its field by id: one that stands twice gives it to the wrong one.
  const ids = await page.locator('[id]').evaluateAll((elements) => elements.map(({ id }) => id))
  expect(ids.filter((id, i) => ids.indexOf(id) !== i), page.url()).toEqual([])
}

/** All of the above: what each page must hold, in any language, theme and width. */
export async function expectSound(page: Page): Promise<void> {
  await expectFrame(page)
  await expectNoOverflow(page)
  await expectAccessible(page)
}
