import type { Locator, Page } from 'playwright-core'
import { expect, vi } from 'vitest'
import { standing } from './browser'
import { countStops, missedStops, step } from './stop'

// A way on foot takes longer than a press of the mouse.
vi.setConfig({ testTimeout: 180_000 })

/** More choices than any list has. */
const farthest = 60

const focused = (page: Page, what: string) => page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, what)
const holds = (target: Locator) => target.evaluate((element) => element === document.activeElement)

/** From the top of a page to its end by Tab alone: each control is stopped at, can be seen there, in the order one reads. */
export async function expectWalkable(page: Page): Promise<void> {
  const faults: string[] = []
  const count = await countStops(page)
  const first = await step(page)
  expect.soft(await focused(page, '.ds-skip-link'), `${page.url()} begins with ${first.name}`).toBe(true)
  // A date takes a stop for each of its parts.
  for (let i = 0; i < 4 * count; i++) {
    const { name, faults: found } = await step(page)
    if (!name || name === first.name) break
    faults.push(...found.map((fault) => `${name} ${fault}`))
  }
  expect.soft(faults, page.url()).toEqual([])
  expect.soft(await missedStops(page), `${page.url()}: never come to`).toEqual([])
}

/** Somebody at the keyboard, with no mouse. Every stop on the way is held against the rules of stop.ts. */
export function atKeyboard(page: Page) {
  const press = async (key: string): Promise<string> => {
    const { name, faults } = await step(page, key)
    expect(faults.map((fault) => `${name} ${fault}`), `${page.url()}, on ${key}`).toEqual([])
    return name
  }

  /** Goes on by Tab, or back by Shift+Tab, until a control has focus. */
  const to = async (target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') => {
    await target.waitFor()
    // Who has been all the way round is not going to arrive.
    const last = 4 * (await countStops(page))
    for (let i = 0; i < last && !(await holds(target)); i++) await press(key)
    expect(await holds(target), `${page.url()}: Tab does not come to ${target}`).toBe(true)
  }

  /** What was done has been answered for, and focus is somewhere. */
  const settle = async () => {
    await standing(page)
    expect(await focused(page, 'body'), `${page.url()}: focus is lost`).toBe(false)
  }

  return {
    page,
    to,
    settle,
    /** Goes to a control and presses a key there; without one, Enter. */
    async press(target: Locator, key = 'Enter') {
      await to(target)
      await page.keyboard.press(key)
    },
    /** Comes to a group of radio buttons by Tab, and to the one wanted by the arrows. */
    async pick(radio: Locator) {
      const name = (await radio.getAttribute('name')) ?? ''
      const group = page.locator(`input[type=radio][name="${name}"]`)
      const stop = (await group.and(page.locator(':checked')).count()) > 0 ? group.and(page.locator(':checked')) : group.first()
      await to(stop)
      await page.keyboard.press('Space')
      for (let i = 0; i < farthest && !(await holds(radio)); i++) await page.keyboard.press('ArrowDown')
      expect(await radio.isChecked(), `${radio} is chosen`).toBe(true)
    },
    /** Types into a field, in place of what stands there. */
    async type(field: Locator, text: string) {
      await to(field)
      await page.keyboard.press('Control+A')
      await page.keyboard.type(text)
    },
    /** Types a day, "2026-01-15", into a date field; which part comes first is the browser's to say. */
    async day(field: Locator, day: string) {
      const [year = '', month = '', date = ''] = day.split('-')
      for (const parts of [
        [date, month, year],
        [month, date, year],
        [year, month, date],
      ]) {
        await to(field)
        for (let i = 1; i < parts.length; i++) await page.keyboard.press('ArrowLeft')
        await page.keyboard.type(parts.join(''))
        if ((await field.inputValue()) === day) return
      }
      throw new Error(`${page.url()}: ${day} can't be typed into ${field}`)
    },
    /** Goes down a list of choices until one is chosen. */
    async choose(list: Locator, label: string | RegExp) {
      await to(list)
      const chosen = () => list.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.textContent ?? '')
      const fits = (text: string) => (typeof label === 'string' ? text === label : label.test(text))
      await page.keyboard.press('Home')
      for (let i = 0; i < farthest && !fits(await chosen()); i++) await page.keyboard.press('ArrowDown')
      expect(fits(await chosen()), `${label.toString()} is no choice of ${list}`).toBe(true)
    },
    /** A new page has come, and focus is at its heading. */
    async arrive(title: string | RegExp) {
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
      await settle()
      expect(await focused(page, 'h1, main'), `${page.url()}: focus is not at the heading`).toBe(true)
    },
    /** What was sent is refused: focus is at the summary, which leads to a field by Enter. */
    async mend(fault: string | RegExp, field: Locator) {
      await page.locator('.ds-error-summary').waitFor()
      await expect.poll(() => focused(page, '.ds-error-summary'), { message: 'focus is at the summary' }).toBe(true)
      await to(page.locator('.ds-error-summary').getByRole('link', { name: fault }))
      await page.keyboard.press('Enter')
      await expect.poll(() => holds(field), { message: `${field} has focus` }).toBe(true)
    },
    /** A dialog opens from a control, keeps focus inside, and Escape leads back to the control; then it is opened again. */
    async ask(opener: Locator, title: string | RegExp): Promise<Locator> {
      const dialog = page.getByRole('dialog', { name: title })
      await to(opener)
      await page.keyboard.press('Enter')
      await dialog.waitFor()
      const count = await dialog.locator('a[href], button, input, select, textarea').count()
      for (let i = 0; i <= count + 1; i++) {
        expect(await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null), 'focus stays in the dialog').toBe(true)
        await press('Tab')
      }
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
      await expect.poll(() => holds(opener), { message: `focus is back at ${opener}` }).toBe(true)
      await page.keyboard.press('Enter')
      await dialog.waitFor()
      return dialog
    },
  }
}
