import type { Page } from 'playwright-core'

/** What holds focus now, and what is wrong with it as a place to stop at. */
export interface Stop {
  /** «link "Behov"»; empty where nothing has focus. */
  name: string
  faults: string[]
}

declare global {
  interface Window {
    stops: { prepare: () => number; examine: (back: boolean) => Stop; missed: () => string[]; sweep: () => string[] }
  }
}

/**
 * Runs in the page. Keeps how each control looks without focus, so that at a stop the difference can be told,
 * and which ones have been stopped at.
 */
function watchStops(): void {
  type Look = { outline: string; width: number; offset: number; color: string }
  let looks = new WeakMap<Element, Look>()
  const seen = new WeakSet<Element>()
  let before: Element | null = null

  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D
  const rgba = (color: string): [number, number, number, number] => {
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = color
    canvas.fillRect(0, 0, 1, 1)
    const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data
    return [r, g, b, a]
  }
  const luminance = ([r, g, b]: readonly number[]) => {
    const [x = 0, y = 0, z = 0] = [r, g, b].map((part) => ((part ?? 0) / 255 <= 0.04045 ? (part ?? 0) / 255 / 12.92 : (((part ?? 0) / 255 + 0.055) / 1.055) ** 2.4))
    return 0.2126 * x + 0.7152 * y + 0.0722 * z
  }
  const contrast = (one: readonly number[], other: readonly number[]) => {
    const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
    return (high + 0.05) / (low + 0.05)
  }
  const ground = (element: Element | null): readonly number[] => {
    for (let at = element; at; at = at.parentElement) {
      const color = rgba(getComputedStyle(at).backgroundColor)
      if (color[3] > 250) return color
    }
    return rgba(getComputedStyle(document.documentElement).colorScheme.includes('dark') ? '#000' : '#fff')
  }
  const look = (element: Element): Look => {
    const style = getComputedStyle(element)
    return { outline: style.outlineStyle, width: parseFloat(style.outlineWidth), offset: parseFloat(style.outlineOffset), color: style.outlineColor }
  }

  const shown = (element: Element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0
  const tabbable = () =>
    [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex]')].filter((element) => {
      if (element.tabIndex < 0 || (element as HTMLInputElement).disabled || !shown(element) || element.closest('[inert]')) return false
      const { type, name, checked, form } = element as HTMLInputElement
      if (type !== 'radio' || !name) return true
      // Of a group of radio buttons Tab stops at the chosen one, or at the first one.
      const group = [...document.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${CSS.escape(name)}"]`)].filter((one) => one.form === form)
      return checked || (!group.some((one) => one.checked) && group[0] === element)
    })

  const nameOf = (element: Element) => {
    const { labels } = element as HTMLInputElement
    const label = element.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element.textContent ?? ''
    return `${element.tagName.toLowerCase()} "${label.trim().replace(/\s+/g, ' ').slice(0, 60)}"`
  }

  /** The part of the element that a reader's eye finds: its first box, of a wrapped link its first line. */
  const visible = (element: Element): string[] => {
    const rect = element.getClientRects()[0]
    if (!rect || rect.width < 1 || rect.height < 1) return ['has no place on the screen']
    const faults: string[] = []
    // Of what is higher than a third of the window, such as a long table or much text at 400 %, as much must be in sight.
    const inSight = Math.min(rect.bottom, innerHeight) - Math.max(rect.top, 0)
    if (inSight < Math.min(rect.height - 1, innerHeight / 3)) faults.push(`stands outside the window, from ${Math.round(rect.top)} to ${Math.round(rect.bottom)} of ${innerHeight}`)
    if (rect.left < -1 || rect.left > innerWidth - 1) faults.push(`stands beside the window, at ${Math.round(rect.left)} of ${innerWidth}`)
    const y = Math.min(Math.max(rect.top + rect.height / 2, 1), innerHeight - 2)
    for (const x of [rect.left + 2, rect.left + Math.min(rect.width, innerWidth) / 2, Math.min(rect.right, innerWidth) - 2]) {
      const hit = document.elementFromPoint(x, y)
      if (hit && !element.contains(hit) && !hit.contains(element) && !labelled(element, hit)) faults.push(`is covered by ${nameOf(hit)} (${hit.className.toString()})`)
    }
    return [...new Set(faults)]
  }
  const labelled = (element: Element, hit: Element) => [...((element as HTMLInputElement).labels ?? [])].some((label) => label.contains(hit))

  const indicated = (focused: Element): string[] => {
    // A change of colour that fades in has come to its end.
    for (const fade of document.getAnimations()) fade.finish()
    const outlined = (element: Element) => {
      const [now, then] = [look(element), looks.get(element)]
      return now.outline !== 'none' && now.width >= 2 && (then?.outline !== now.outline || then.width < 2)
    }
    // A box to tick shows it around itself and its label.
    const element = [focused, focused.parentElement].find((one) => one && outlined(one))
    if (!element) return [`shows no focus: outline ${look(focused).outline}`]
    const now = look(element)
    const around = ground(now.offset < 0 ? element : element.parentElement)
    const ratio = contrast(rgba(now.color), around)
    const faults = ratio < 3 ? [`shows focus with a contrast of ${ratio.toFixed(1)} (${now.color} on ${around.join(' ')})`] : []
    // A box that cuts off what reaches out of it must leave room for the outline on two sides at least.
    const reach = now.offset + 1
    const rect = element.getClientRects()[0] as DOMRect
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(box)
      if (overflowX === 'visible' && overflowY === 'visible') continue
      const inner = box.getBoundingClientRect()
      const cut = [rect.left - reach < inner.left, rect.right + reach > inner.right, rect.top - reach < inner.top, rect.bottom + reach > inner.bottom].filter(Boolean).length
      if (cut > 2) faults.push(`has its focus outline cut off by ${box.className.toString()}`)
    }
    return faults
  }

  /** Reading goes on to the right or downwards. A column that stands to the right may begin further up. */
  const ordered = (from: Element | null, element: Element): string[] => {
    if (!from?.isConnected || !shown(from) || from.closest('dialog') !== element.closest('dialog')) return []
    const [a, b] = [from.getBoundingClientRect(), element.getBoundingClientRect()]
    const above = b.bottom <= a.top + 1 && b.left < a.right - 1
    const back = b.right <= a.left + 1 && b.top < a.bottom - 1 && b.bottom <= a.bottom + 1
    return above || back ? [`comes after ${nameOf(from)}, which stands ${above ? 'below' : 'to the right of'} it`] : []
  }

  const remember = (all: Element[]) => {
    for (const one of all) {
      for (const element of [one, one.parentElement]) if (element && !element.matches(':focus, :focus-within') && !looks.has(element)) looks.set(element, look(element))
    }
  }

  window.stops = {
    prepare() {
      const all = tabbable()
      remember(all)
      before = document.activeElement === document.body ? null : document.activeElement
      return all.length
    },
    examine(back) {
      const element = document.activeElement
      if (!element || element === document.body || element === document.documentElement) return { name: '', faults: [] }
      const from = before
      before = element
      seen.add(element)
      const positive = (element as HTMLElement).tabIndex > 0 ? ['has a tabindex of its own'] : []
      return { name: nameOf(element), faults: [...positive, ...visible(element), ...indicated(element), ...(back && from ? ordered(element, from) : ordered(from, element))] }
    },
    missed: () => tabbable().filter((element) => !seen.has(element)).map(nameOf),
    sweep() {
      ;(document.activeElement as HTMLElement | null)?.blur()
      for (const fade of document.getAnimations()) fade.finish()
      const all = tabbable()
      looks = new WeakMap()
      remember(all)
      return all.flatMap((element) => {
        element.focus()
        return [...visible(element), ...indicated(element)].map((fault) => `${nameOf(element)} ${fault}`)
      })
    },
  }
}

/** Presses a key that moves focus, and tells where it went. */
export async function step(page: Page, key = 'Tab'): Promise<Stop> {
  await page.evaluate(watch)
  await page.keyboard.press(key)
  return page.evaluate((back) => window.stops.examine(back), key.startsWith('Shift'))
}
const watch = `if (!window.stops) (${watchStops.toString()})(); window.stops.prepare()`

/** Gives focus to each control in turn, as the page looks now, and tells what is wrong there; order and reach are left to step. */
export async function sweepStops(page: Page): Promise<string[]> {
  await page.evaluate(watch)
  return page.evaluate(() => window.stops.sweep())
}

/** How many controls Tab can stop at, and from now on which of them it has. */
export function countStops(page: Page): Promise<number> {
  return page.evaluate(watch) as Promise<number>
}

/** The controls that Tab has not stopped at. */
export function missedStops(page: Page): Promise<string[]> {
  return page.evaluate(() => window.stops.missed())
}
