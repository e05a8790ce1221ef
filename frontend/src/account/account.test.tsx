import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Problem } from '~/api'
import { navigate, place } from '~/app/location'
import { setSession, type SessionData } from '~/app/session'
import { loadLanguage } from '~/i18n'
import { find, press, render, settle, type } from '~/testing/render'
import { json, serve } from '~/testing/server'
import { takeToken } from './linkToken'
import { holds } from './organisation/People'
import { homeOf } from './roles'
import SignInPage from './SignInPage'
import { signInProblem } from './signInProblem'

beforeEach(() => vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined))
afterEach(() => vi.unstubAllGlobals())

describe('the token of a mailed link', () => {
  test.each([
    ['#token=abc-123', 'abc-123'],
    ['#abc-123', 'abc-123'],
    ['#other=1', ''],
    ['', ''],
  ])('%s gives %s and is gone from the address', (hash, token) => {
    history.replaceState({}, '', `/nb/set-password?x=1${hash}`)
    expect(takeToken()).toBe(token)
    expect(location.hash).toBe('')
    expect(location.search).toBe('?x=1')
  })
})

test.each([
  [['approver'], '/municipality'],
  [['municipality_admin', 'respondent'], '/municipality'],
  [['council_member'], '/region'],
  [['admin'], '/region'],
  [['supplier'], '/business'],
  [[], '/'],
] as const)('%j begins at %s', (roles, home) => expect(homeOf(roles)).toBe(home))

test('a role holds until the day it ends', () => {
  expect(holds({ validTo: '' }, '2026-05-01')).toBe(true)
  expect(holds({ validTo: '2026-05-02' }, '2026-05-01')).toBe(true)
  expect(holds({ validTo: '2026-05-01' }, '2026-05-01')).toBe(false)
})

test('too many tries say how long to wait; other faults keep their words', async () => {
  await loadLanguage('nb')
  const many = signInProblem(new Problem('other', 429, 'too-many', '', '', [], undefined, '', 200))
  expect(many.detail).toContain('4 minutter')
  const down = new Problem('unavailable', 503, 'x', '')
  expect(signInProblem(down)).toBe(down)
})

describe('sign-in', () => {
  let clear = () => undefined as void
  afterEach(() => clear())
  const out: SessionData = { signedIn: false, roles: [], organisations: [], demo: false }
  const gol = { id: 'a', name: 'Gol', kind: 'municipality' as const, roles: ['respondent' as const] }
  const council = { id: 'b', name: 'Regionrådet', kind: 'regional_council' as const, roles: ['coordinator' as const] }
  const fill = async (root: HTMLElement) => {
    await type(find<HTMLInputElement>(root, '#email'), 'post@gol.example')
    await type(find<HTMLInputElement>(root, '#password'), 'en lang setning')
    await press(find(root, 'button[type="submit"]'))
    await settle()
  }
  const draw = async (address: string) => {
    navigate(address, { replace: true, language: 'nb' })
    setSession(out)
    const drawn = await render(<SignInPage />)
    clear = drawn.clear
    return drawn.root
  }

  test('leads back to where one came from', async () => {
    serve({ 'POST /session': () => json({ ...out, signedIn: true, roles: ['respondent'], organisation: gol, organisations: [gol] }) })
    await fill(await draw('/sign-in?return=%2Fmunicipality%2Fresults'))
    expect(place.get().path).toBe('/municipality/results')
  })

  test('asks whom one acts for where there are several, and then begins there', async () => {
    const both = { ...out, signedIn: true, roles: ['respondent' as const], organisation: gol, organisations: [gol, council] }
    serve({
      'POST /session': () => json(both),
      'PUT /session/organisation': () => json({ ...both, roles: ['coordinator'], organisation: council }),
    })
    const root = await draw('/sign-in')
    await fill(root)
    expect(find(root, 'h1').textContent).toBe('Velg organisasjon')
    const choices = [...root.querySelectorAll<HTMLElement>('.choices button')]
    expect(choices.map(({ textContent }) => textContent)).toEqual(['Gol – utfyller', 'Regionrådet – koordinator'])
    await press(choices[1]!)
    await settle()
    expect(place.get().path).toBe('/region')
  })

  test('a wrong password is told in words that help, and nothing typed is lost', async () => {
    serve({ 'POST /session': () => json({ type: '/problems/wrong-credentials', code: 'wrong-credentials', title: 'x', status: 401, requestId: 'r' }, { status: 401 }) })
    const root = await draw('/sign-in')
    await fill(root)
    expect(find(root, '.ds-error-summary').textContent).toContain('E-posten eller passordet stemmer ikke')
    expect(find<HTMLInputElement>(root, '#email').value).toBe('post@gol.example')
  })
})
