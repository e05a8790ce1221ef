import { useMedia } from '~/hooks/useMedia'
import { createStore, useStore } from './store'

export const themes = ['light', 'dark', 'auto'] as const
export type Theme = (typeof themes)[number]

// Written here and read by public/assets/early-1.js before the first paint.
const storageKey = 'loftet.theme'

function stored(): Theme {
  try {
    const value = localStorage.getItem(storageKey)
    return value === 'light' || value === 'dark' ? value : 'auto'
  } catch {
    return 'auto'
  }
}

const theme = createStore<Theme>(stored())
export const useTheme = (): Theme => useStore(theme)

export function setTheme(next: Theme): void {
  theme.set(next)
  document.documentElement.dataset['colorScheme'] = next
  try {
    if (next === 'auto') localStorage.removeItem(storageKey)
    else localStorage.setItem(storageKey, next)
  } catch {
    // The choice then holds until the page is closed.
  }
}

/** Which of the two the page is in now, "auto" resolved. */
export function useShownTheme(): 'light' | 'dark' {
  const chosen = useTheme()
  const dark = useMedia('(prefers-color-scheme: dark)')
  if (chosen !== 'auto') return chosen
  return dark ? 'dark' : 'light'
}

// Paper is white: a page that is dark on the screen is printed in the light theme.
addEventListener('beforeprint', () => {
  document.documentElement.dataset['colorScheme'] = 'light'
})
addEventListener('afterprint', () => {
  document.documentElement.dataset['colorScheme'] = theme.get()
})
