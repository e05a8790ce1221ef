import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { navigate, place } from '~/app/location'
import { type SessionData, setSession } from '~/app/session'
import { find, press, render, settle, type } from '~/testing/render'
import { json, serve } from '~/testing/server'
import AccountPage from './AccountPage'
import ForgotPasswordPage from './ForgotPasswordPage'
import OrganisationPage from './organisation/OrganisationPage'
import SetPasswordPage from './SetPasswordPage'

let clear = () => undefined as void
beforeEach(() => vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined))
afterEach(() => {
  clear()
  vi.unstubAllGlobals()
})
async function draw(what: Parameters<typeof render>[0]) {
  const drawn = await render(what)
  clear = drawn.clear
  await settle()
  return drawn.root
}
const button = (root: HTMLElement, text: string) => {
  const found = [...root.querySelectorAll('button')].find(({ textContent }) => textContent === text)
  if (!found) throw new Error(`no button ${text}`)
  return found
}
const gol = { id: 'org-1', name: 'Gol', kind: 'municipality' as const, roles: ['municipality_admin' as const] }
const session: SessionData = { signedIn: true, person: { id: 'p', name: 'Admin i Gol' }, organisation: gol, roles: gol.roles, organisations: [gol], demo: false }

describe('a forgotten password', () => {
  test('says the same whoever exists, and takes the address to the page after', async () => {
    serve({ 'POST /password-resets': () => new Response(null, { status: 202 }) })
    const root = await draw(<ForgotPasswordPage />)
    await press(find(root, 'button[type="submit"]'))
    expect(find(root, '.ds-error-summary').textContent).toContain('Skriv e-postadressen din')
    await type(find<HTMLInputElement>(root, '#email'), ' post@gol.example ')
    await press(find(root, 'button[type="submit"]'))
    await settle()
    expect(root.textContent).toContain('Hvis post@gol.example har en bruker her')
  })
})

describe('setting a password by a mailed link', () => {
  test('without a link there is nothing to fill in', async () => {
    navigate('/set-password', { replace: true, language: 'nb' })
    expect((await draw(<SetPasswordPage />)).querySelector('input')).toBeNull()
  })
  test('hands over the token, signs in and begins where the role does', async () => {
    history.replaceState({}, '', '/nb/set-password#token=secret-token')
    const sent: unknown[] = []
    serve({
      'POST /link-passwords': async (request) => {
        sent.push(await request.json())
        return json(session)
      },
    })
    const root = await draw(<SetPasswordPage />)
    await type(find<HTMLInputElement>(root, '#password'), 'kort')
    await press(find(root, 'button[type="submit"]'))
    expect(sent).toEqual([])
    await type(find<HTMLInputElement>(root, '#password'), 'en lang setning')
    await press(find(root, 'button[type="submit"]'))
    await settle()
    expect(sent).toEqual([{ token: 'secret-token', password: 'en lang setning' }])
    expect(place.get().path).toBe('/municipality')
  })
})

describe('the account', () => {
  test('saves on top of the version it was read in, and says so', async () => {
    setSession(session)
    let tag: string | null = null
    const account = { id: 'p', name: 'Admin i Gol', email: 'post@gol.example', language: 'nb', version: 4 }
    serve({
      'GET /account': () => json(account, { headers: { ETag: '"4"' } }),
      'GET /account/sessions': () => json({ items: [{ createdAt: '2026-01-01T10:00:00Z', expiresAt: '2026-01-02T10:00:00Z', current: true }] }),
      'PUT /account': async (request) => {
        tag = request.headers.get('If-Match')
        return json({ ...account, ...((await request.json()) as object), version: 5 }, { headers: { ETag: '"5"' } })
      },
      'GET /session': () => json(session),
    })
    const root = await draw(<AccountPage />)
    expect(root.textContent).toContain('Denne maskinen')
    await type(find<HTMLInputElement>(root, '#name'), 'Ny admin')
    await press(button(root, 'Lagre'))
    await settle()
    expect(tag).toBe('"4"')
    expect(root.textContent).toContain('Endringene er lagret.')
  })
})

describe('the organisation', () => {
  const facts = { id: 'org-1', kind: 'municipality', name: 'Gol', country: 'NO', website: '', mailbox: '', language: 'nb', description: '', publishesFigures: false, numbers: [{ number: '3324', validFrom: '2024-01-01', validTo: '', predecessors: ['3041'] }], version: 2 }
  const membership = (id: string, role: string) => ({ id, person: { id: `p-${id}`, name: `Person ${id}` }, email: `${id}@gol.example`, role, validFrom: '2025-01-01', validTo: '', invited: false })
  const served = (memberships: unknown[]) => ({
    'GET /organisations/org-1': () => json(facts, { headers: { ETag: '"2"' } }),
    'GET /organisations/org-1/memberships': () => json({ items: memberships }),
  })

  test('names the roles that nobody has', async () => {
    setSession(session)
    serve(served([membership('a', 'municipality_admin'), membership('b', 'respondent')]))
    const root = await draw(<OrganisationPage />)
    expect(root.textContent).toContain('Ingen har rollen godkjenner')
    expect(root.textContent).not.toContain('Ingen har rollen utfyller')
    expect(root.textContent).toContain('3324 fra 1. januar 2024')
  })

  test('says who may see the figures, and saves the choice', async () => {
    setSession(session)
    const sent: { publishesFigures?: boolean }[] = []
    serve({
      ...served([]),
      'PUT /organisations/org-1': async (request) => {
        expect(request.headers.get('If-Match')).toBe('"2"')
        const body = (await request.json()) as object
        sent.push(body)
        return json({ ...facts, ...body, version: 3 }, { headers: { ETag: '"3"' } })
      },
    })
    const root = await draw(<OrganisationPage />)
    expect(root.textContent).toContain('Regionrådet ser uansett det dere sender inn')
    await press(find(root, '#publishesFigures'))
    await press(button(root, 'Lagre'))
    await settle()
    expect(sent).toMatchObject([{ publishesFigures: true, language: 'nb' }])
    expect(root.textContent).toContain('Endringene er lagret.')
  })

  test('ends a role only after asking', async () => {
    setSession(session)
    const { requests } = serve({ ...served([membership('a', 'respondent')]), 'DELETE /organisations/org-1/memberships/a': () => new Response(null, { status: 204 }) })
    const root = await draw(<OrganisationPage />)
    const deletions = () => requests.filter(({ method }) => method === 'DELETE').length
    await press(find(root, 'button[aria-label^="Avslutt rollen utfyller"]'))
    expect(deletions()).toBe(0)
    expect(find(root, 'dialog').textContent).toContain('Person a mister rollen utfyller')
    await press(find(root, 'dialog .actions button'))
    await settle()
    expect(deletions()).toBe(1)
  })
})
