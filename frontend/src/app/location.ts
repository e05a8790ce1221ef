import { isLanguage, type Language, preferredLanguage } from '~/i18n'
import { createStore, useStore } from './store'

/** Where the reader is: the language, the path after it, and the query string. */
export interface Place {
  language: Language
  /** Without the language, always beginning with a slash: "/needs". */
  path: string
  query: URLSearchParams
  /** Counts the changes of path, so that a page is built anew and its heading gets focus; a changed filter doesn't count. */
  visit: number
}

/** Reads an address. No language in it: the preferred one, and the path as it is. */
export function parseAddress(pathname: string, search: string): Omit<Place, 'visit'> {
  const [, first, ...rest] = pathname.split('/')
  const named = isLanguage(first)
  const path = `/${(named ? rest : [first, ...rest]).filter(Boolean).join('/')}`
  return { language: named ? first : preferredLanguage(), path, query: new URLSearchParams(search) }
}

/** The address of a page in a language: href('/needs?goal=6') is "/nb/needs?goal=6". */
export function href(to: string, language: Language = place.get().language): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/.exec(to) ?? []
  return `/${language}${path === '/' ? '' : path}${rest}`
}

export const place = createStore<Place>({ ...parseAddress(location.pathname, location.search), visit: 0 })
export const usePlace = (): Place => useStore(place)

/** Put right before the first render: "/" and addresses without a language get one, without a step in the history. */
export function settleAddress(): void {
  const { language, path } = place.get()
  const wanted = href(path, language)
  if (location.pathname !== wanted) history.replaceState({}, '', wanted + location.search + location.hash)
}

function follow(): void {
  const before = place.get()
  const next = parseAddress(location.pathname, location.search)
  const moved = next.path !== before.path
  place.set({ ...next, visit: before.visit + (moved ? 1 : 0) })
}

type Guard = () => boolean
const guards = new Set<Guard>()
const mayLeave = () => [...guards].every((stay) => stay())

/** Asks before the page is left; the guard gives false to stay. Returns what takes the guard away. */
export function guardLeaving(guard: Guard): () => void {
  guards.add(guard)
  return () => guards.delete(guard)
}

/** Goes to a page of the app, in the language of the address. With replace the step can't be gone back to. */
export function navigate(to: string, options: { replace?: boolean; language?: Language } = {}): void {
  const target = href(to, options.language)
  const leaving = parseAddress(target.split('?')[0] ?? '', '').path !== place.get().path
  if (leaving && !mayLeave()) return
  if (options.replace) {
    history.replaceState({}, '', target)
  } else {
    history.replaceState({ ...(history.state as object | null), scroll: scrollY }, '')
    history.pushState({}, '', target)
  }
  follow()
  if (leaving) scrollTo(0, 0)
}

/**
 * Changes filters in the query string; an empty value takes the filter away.
 * The step replaces the current one, as typing in a search field must not fill the history.
 */
export function setQuery(changes: Readonly<Record<string, string | readonly string[] | null | undefined>>): void {
  const query = new URLSearchParams(place.get().query)
  for (const [name, value] of Object.entries(changes)) {
    query.delete(name)
    for (const one of typeof value === 'string' ? [value] : (value ?? [])) if (one) query.append(name, one)
  }
  const text = query.toString()
  navigate(place.get().path + (text ? `?${text}` : ''), { replace: true })
}

/** Goes back to where the reader was on a page, once its content has come and unless they scroll themselves. */
function restoreScroll(top: number): void {
  const until = performance.now() + 2000
  const events = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const
  let stopped = false
  const stop = () => {
    stopped = true
    for (const event of events) removeEventListener(event, stop)
  }
  for (const event of events) addEventListener(event, stop, { passive: true })
  const look = () => {
    if (stopped) return
    const high = document.documentElement.scrollHeight >= top + innerHeight
    if (high || performance.now() > until) {
      scrollTo(0, top)
      stop()
    } else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

addEventListener('popstate', (event: PopStateEvent) => {
  const { path, query } = place.get()
  if (parseAddress(location.pathname, '').path !== path && !mayLeave()) {
    // The browser has gone back already: the page that is stayed on becomes the newest step again.
    history.pushState({}, '', href(path) + (query.size > 0 ? `?${query}` : ''))
    return
  }
  follow()
  const { scroll } = (event.state ?? {}) as { scroll?: number }
  if (scroll) restoreScroll(scroll)
})
