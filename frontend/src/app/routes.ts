import type { ComponentType } from 'preact'
import { parseAddress } from './location'
import type { Role } from './session'

export interface PageProps {
  /** The named segments of the path: for "/needs/:id" it holds id. */
  params: Readonly<Record<string, string>>
}

/** A page of the app. Each one is fetched when it is first gone to. */
export interface Route {
  /** "/needs/:id"; the language in front is the router's business. */
  path: string
  load: () => Promise<{ default: ComponentType<PageProps> }>
  /** Who may see it: "public" is anyone, "signedIn" anyone with an account, else one of the roles. The server decides; this only spares a person a dead end. */
  access: 'public' | 'signedIn' | readonly Role[]
}

/** Every folder's routes.ts: an area adds its pages by writing that file, nothing else. */
const areas = import.meta.glob<{ routes: readonly Route[] }>('../*/routes.ts', { eager: true })
export const routes: readonly Route[] = Object.entries(areas)
  .filter(([file]) => !file.startsWith('../app/'))
  .flatMap(([, area]) => area.routes)

export interface Match {
  route: Route
  params: Readonly<Record<string, string>>
}

function matchOne(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/')
  const given = path.split('/')
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [i, part] of wanted.entries()) {
    const value = given[i] ?? ''
    if (part.startsWith(':')) {
      try {
        params[part.slice(1)] = decodeURIComponent(value)
      } catch {
        return null
      }
    } else if (part !== value) return null
  }
  return params
}

/** The route of a path; one without named segments wins over one with ("/needs/new" over "/needs/:id"). */
export function matchRoute(path: string, table: readonly Route[] = routes): Match | null {
  let found: Match | null = null
  for (const route of table) {
    const params = matchOne(route.path, path)
    if (params && (!found || Object.keys(params).length < Object.keys(found.params).length)) found = { route, params }
  }
  return found
}

/** Fetches the code of the page that a link under the pointer leads to. A fault shows when it is gone to. */
export function fetchAhead(event: Event): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
  if (!link || link.origin !== location.origin) return
  matchRoute(parseAddress(link.pathname, '').path)
    ?.route.load()
    .catch(() => undefined)
}
