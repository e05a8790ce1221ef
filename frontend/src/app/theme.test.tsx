import { afterEach, describe, expect, test, vi } from 'vitest'
import { find, press, render } from '~/testing/render'
import { ThemeSwitch } from './header/ThemeSwitch'
import { setTheme, useShownTheme } from './theme'

const scheme = () => document.documentElement.dataset['colorScheme']

let clear = () => undefined as void
afterEach(() => {
  clear()
  setTheme('auto')
})

test('a choice is shown, remembered and taken back', async () => {
  const drawn = await render(<ThemeSwitch />)
  clear = drawn.clear
  const button = (name: string) => find(drawn.root, `button[aria-label="${name}"]`)
  await press(button('Mørkt utseende'))
  expect(scheme()).toBe('dark')
  expect(localStorage.getItem('loftet.theme')).toBe('dark')
  expect(button('Mørkt utseende').getAttribute('aria-pressed')).toBe('true')
  await press(button('Som på maskinen din'))
  expect(scheme()).toBe('auto')
  expect(localStorage.getItem('loftet.theme')).toBeNull()
})

test('is printed light and goes back to what it was', () => {
  setTheme('dark')
  window.dispatchEvent(new Event('beforeprint'))
  expect(scheme()).toBe('light')
  window.dispatchEvent(new Event('afterprint'))
  expect(scheme()).toBe('dark')
})

describe('useShownTheme', () => {
  function Shown() {
    return <p>{useShownTheme()}</p>
  }

  test('follows the system only while nothing is chosen', async () => {
    vi.spyOn(window, 'matchMedia').mockReturnValue({ matches: true, addEventListener: () => undefined, removeEventListener: () => undefined } as unknown as MediaQueryList)
    const drawn = await render(<Shown />)
    clear = drawn.clear
    expect(drawn.root.textContent).toBe('dark')
    setTheme('light')
    await drawn.redraw(<Shown />)
    expect(drawn.root.textContent).toBe('light')
  })
})
