import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { find, press, render, settle } from '~/testing/render'
import { json, serve } from '~/testing/server'
import { announce } from './announce'
import { App } from './App'
import { navigate, place } from './location'
import { returnAddress, signInAddress } from './outcomes'
import { loadSession, type SessionData } from './session'

const organisation = { id: 'o1', name: 'Gol kommune', kind: 'municipality', roles: ['respondent'] } as const
const other = { id: 'o2', name: 'Regionrådet', kind: 'regional_council', roles: ['coordinator'] } as const
const signedIn = {
  signedIn: true,
  demo: false,
  person: { id: 'p1', name: 'En person' },
  organisation,
  roles: ['respondent'],
  organisations: [organisation, other],
} as unknown as SessionData
const signedOut: SessionData = { signedIn: false, demo: false, roles: [], organisations: [] }

let clear = () => undefined as void
beforeEach(() => {
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined)
  navigate('/about', { replace: true, language: 'nb' })
})
afterEach(() => {
  clear()
  vi.unstubAllGlobals()
})

async function app(session: SessionData | null, table: Parameters<typeof serve>[0] = {}) {
  const served = serve({ 'GET /session': () => (session ? json(session) : json({}, { status: 503 })), 'GET /regions': () => json({ items: [] }), ...table })
  await loadSession()
  const drawn = await render(<App />)
  clear = drawn.clear
  await vi.waitFor(async () => {
    await settle()
    find(drawn.root, 'h1')
  })
  return { root: drawn.root, ...served }
}

describe('App', () => {
  test('has one h1, a title, landmarks and a way past the header', async () => {
    const { root } = await app(signedOut)
    expect(document.title).toBe('Om Løftet – Løftet')
    expect(root.querySelectorAll('h1')).toHaveLength(1)
    expect([...root.children].map(({ localName }) => localName)).toEqual(['a', 'header', 'main', 'footer', 'div'])
    await press(find(root, '.ds-skip-link'))
    expect(document.activeElement?.id).toBe('content')
  })

  test('puts the reader at the heading of the next page, not of the first', async () => {
    const { root } = await app(signedOut)
    expect(document.activeElement?.tagName).not.toBe('H1')
    await act(async () => navigate('/nowhere'))
    await settle()
    expect(document.activeElement?.textContent).toBe('Siden finnes ikke')
    expect(find(root, 'h1')).toBe(document.activeElement)
  })

  test('changes the language and keeps the place', async () => {
    const { root } = await app(signedOut)
    await press(find(root, 'a[hreflang=en]'))
    await vi.waitFor(async () => {
      await settle()
      expect(find(root, 'h1').textContent).toBe('About Løftet')
    })
    expect(place.get().path).toBe('/about')
    expect(document.documentElement.lang).toBe('en')
  })

  test('says what it announces', async () => {
    const { root } = await app(signedOut)
    announce('12 treff')
    await vi.waitFor(() => expect(find(root, '[aria-live=polite].ds-sr-only').textContent).toBe('12 treff'))
  })
})

describe('the account', () => {
  test('signed out: the way in leads back here', async () => {
    const { root } = await app(signedOut)
    expect(find<HTMLAnchorElement>(root, '.account a').getAttribute('href')).toBe('/nb/sign-in?return=%2Fabout')
  })

  test('signed in: who, for whom, and the way out', async () => {
    let out = false
    const { root } = await app(signedIn, {
      'DELETE /session': () => {
        out = true
        return new Response(null, { status: 204 })
      },
    })
    expect(find(root, '.account__name').textContent).toBe('En person')
    expect(find<HTMLSelectElement>(root, 'select.account__organisation').value).toBe('o1')
    await press(find(root, '.account button'))
    await settle()
    expect(out).toBe(true)
    expect(root.querySelector('.account__name')).toBeNull()
  })

  test('acting for another organisation goes to the front page with its roles', async () => {
    const { root, requests } = await app(signedIn, { 'PUT /session/organisation': () => json({ ...signedIn, organisation: other, roles: ['coordinator'] }) })
    const select = find<HTMLSelectElement>(root, 'select.account__organisation')
    await act(async () => {
      select.value = 'o2'
      select.dispatchEvent(new Event('change', { bubbles: true }))
    })
    await settle()
    expect(await requests.at(-1)?.clone().json().catch(() => null)).toEqual({ organisationId: 'o2' })
    expect(place.get().path).toBe('/')
  })

  test('a server that does not answer leaves the public pages standing', async () => {
    const { root } = await app(null)
    expect(find(root, 'h1').textContent).toBe('Om Løftet')
  })
})

describe('the way back after signing in', () => {
  test.each([
    ['/needs', 'goal=6', '/sign-in?return=%2Fneeds%3Fgoal%3D6'],
    ['/', '', '/sign-in'],
    ['/sign-in', 'return=%2Fneeds', '/sign-in'],
  ])('from %s', (path, query, address) => {
    expect(signInAddress({ path, query: new URLSearchParams(query) })).toBe(address)
  })

  test.each([
    ['/needs?goal=6', '/needs?goal=6'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['', '/'],
  ])('%j leads to %s', (wanted, to) => {
    expect(returnAddress(new URLSearchParams({ return: wanted }))).toBe(to)
  })
})
