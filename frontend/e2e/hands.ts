import type { Locator, Page } from 'playwright-core'
import { standing } from './browser'
import { atKeyboard } from './keyboard'

/** What somebody does on a page, however they do it: the same story is told with the mouse and with the keyboard. */
export interface Hands {
  page: Page
  /** Presses a link, a button or what opens a part of the page. */
  press: (target: Locator) => Promise<void>
  /** Types into a field, in place of what stands there, and leaves it. */
  type: (field: Locator, text: string) => Promise<void>
  /** Gives a date field a day: "2026-01-15". */
  day: (field: Locator, day: string) => Promise<void>
  pick: (radio: Locator) => Promise<void>
  /** Chooses from a list by the value. */
  choose: (list: Locator, value: string) => Promise<void>
  /** A page has come. */
  arrive: (title: string | RegExp) => Promise<void>
  /** What was done has been answered for. */
  settle: () => Promise<void>
}

export function withMouse(page: Page): Hands {
  const fill = async (field: Locator, text: string) => {
    await field.fill(text)
    await field.blur()
  }
  return {
    page,
    press: (target) => target.click(),
    type: fill,
    day: fill,
    pick: (radio) => radio.check(),
    choose: async (list, value) => {
      await list.selectOption(value)
    },
    arrive: async (title) => {
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
      await standing(page)
    },
    settle: () => standing(page),
  }
}

/** Focus has to be in sight at each stop, and somewhere after each step. */
export function withKeyboard(page: Page): Hands {
  const keys = atKeyboard(page)
  return {
    page,
    press: (target) => keys.press(target),
    type: async (field, text) => {
      await keys.type(field, text)
      await page.keyboard.press('Tab')
    },
    day: keys.day,
    pick: keys.pick,
    choose: async (list, value) => keys.choose(list, (await list.locator(`option[value="${value}"]`).textContent()) ?? ''),
    arrive: keys.arrive,
    settle: keys.settle,
  }
}
