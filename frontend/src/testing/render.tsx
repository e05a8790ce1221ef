import { type ComponentChild, render as draw } from 'preact'
import { act } from 'preact/test-utils'
import { loadLanguage } from '~/i18n'

/** Draws into the document for one test; clear() takes it away again. */
export async function render(what: ComponentChild): Promise<{ root: HTMLElement; redraw: (what: ComponentChild) => Promise<void>; clear: () => void }> {
  await loadLanguage('nb')
  const root = document.createElement('div')
  document.body.append(root)
  const redraw = async (next: ComponentChild) => {
    await act(async () => draw(next, root))
  }
  await redraw(what)
  return {
    root,
    redraw,
    clear: () => {
      draw(null, root)
      root.remove()
    },
  }
}

/** The one element a selector finds; a test that finds none fails here and not later. */
export function find<E extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): E {
  const element = root.querySelector<E>(selector)
  if (!element) throw new Error(`nothing found for ${selector}`)
  return element
}

/** Types into a field as a person does. */
export async function type(input: HTMLInputElement | HTMLTextAreaElement, text: string): Promise<void> {
  await act(async () => {
    input.value = text
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

export async function press(element: HTMLElement): Promise<void> {
  await act(async () => {
    element.click()
  })
}

/** Lets promises that are under way come to their end. */
export async function settle(): Promise<void> {
  await act(async () => {
    await new Promise((done) => setTimeout(done, 0))
  })
}
