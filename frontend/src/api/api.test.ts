import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { loadLanguage } from '~/i18n'
import { json, serve } from '~/testing/server'
import { api, asProblem, call, callWithTag, newKey, type Problem, setUnauthenticated } from '.'

beforeEach(() => loadLanguage('nn'))
afterEach(() => vi.unstubAllGlobals())

async function problemOf(answer: Promise<unknown>): Promise<Problem> {
  try {
    await answer
  } catch (thrown) {
    return asProblem(thrown)
  }
  throw new Error('expected a problem')
}

describe('a call', () => {
  test('says its language and gives the data with its version', async () => {
    const { requests } = serve({ 'GET /session': () => json({ signedIn: false }, { headers: { ETag: '"3"' } }) })
    expect(await callWithTag(api.GET('/session'))).toEqual({ data: { signedIn: false }, etag: '"3"' })
    expect(requests[0]?.headers.get('Accept-Language')).toBe('nn')
    expect(requests[0]?.headers.get('Idempotency-Key')).toBeNull()
  })

  test('that creates gets a key of its own, unless it brings one', async () => {
    const { requests } = serve({ 'POST /session': () => json({}), 'POST /solutions': () => json({}) })
    const body = { email: 'a@example.org', password: 'x' }
    await call(api.POST('/session', { body }))
    await call(api.POST('/session', { body }))
    await call(api.POST('/session', { body, headers: { 'Idempotency-Key': 'brought-1' } }))
    const keys = requests.map((request) => request.headers.get('Idempotency-Key'))
    expect(keys[0]).toHaveLength(36)
    expect(keys[0]).not.toBe(keys[1])
    expect(keys[2]).toBe('brought-1')
  })

  test('without an answer is offline', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    expect(await problemOf(call(api.GET('/session')))).toMatchObject({ kind: 'offline', status: 0 })
  })

  test('that is broken off says just that', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new DOMException('gone', 'AbortError')))
    await expect(call(api.GET('/session'))).rejects.toMatchObject({ name: 'AbortError' })
  })
})

describe('a problem', () => {
  test('carries fields, code, request id and the record as it is now', async () => {
    const body = {
      type: '/problems/invalid',
      code: 'invalid',
      title: 'Noko er feil',
      detail: 'Sjå over',
      status: 422,
      requestId: 'r-1',
      fields: [{ path: '/email', code: 'format', message: 'Skriv ei e-postadresse' }],
      current: { version: 4 },
    }
    serve({ 'GET /session': () => json(body, { status: 422 }) })
    expect(await problemOf(call(api.GET('/session')))).toMatchObject({
      kind: 'invalid',
      code: 'invalid',
      detail: 'Sjå over',
      requestId: 'r-1',
      current: { version: 4 },
      fields: [{ field: '/email', message: 'Skriv ei e-postadresse' }],
    })
  })

  test.each([
    [400, 'invalid'],
    [403, 'denied'],
    [404, 'notFound'],
    [409, 'conflict'],
    [412, 'stale'],
    [422, 'invalid'],
    [500, 'other'],
    [503, 'unavailable'],
    [504, 'unavailable'],
  ])('%i is %s', async (status, kind) => {
    serve({ 'GET /session': () => json({}, { status }) })
    expect(await problemOf(call(api.GET('/session')))).toMatchObject({ kind, status })
  })

  test('from a proxy that sends no JSON is still one', async () => {
    serve({ 'GET /session': () => new Response('<h1>Bad gateway</h1>', { status: 502, headers: { 'Content-Type': 'text/html', 'Retry-After': '20' } }) })
    expect(await problemOf(call(api.GET('/session')))).toMatchObject({ kind: 'unavailable', retryAfter: 20, title: '' })
  })

  test('of an ended session leads to sign-in, unless the call is quiet', async () => {
    const handler = vi.fn()
    setUnauthenticated(handler)
    serve({ 'GET /session': () => json({}, { status: 401 }) })
    await problemOf(call(api.GET('/session'), { quiet: true }))
    expect(handler).not.toHaveBeenCalled()
    expect(await problemOf(call(api.GET('/session')))).toMatchObject({ kind: 'unauthenticated' })
    expect(handler).toHaveBeenCalledOnce()
  })

  test('of our own making goes to the console', () => {
    const console_ = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    expect(asProblem(new TypeError('x is undefined'))).toMatchObject({ kind: 'other' })
    expect(console_).toHaveBeenCalledOnce()
  })
})

test('keys are random also where randomUUID is missing', () => {
  vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => bytes.fill(171) })
  expect(newKey()).toBe('ab'.repeat(16))
})
