import createClient, { type Middleware } from 'openapi-fetch'
import { language } from '~/i18n'
import { offline, toProblem } from './problem'
import type { paths } from './schema.gen'

/** A random key for the Idempotency-Key header. randomUUID exists only on https and localhost, so plain random bytes stand in. */
export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const headers: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', language())
    // One key per call; who tries the same call again hands in the first key (see useSubmit and useAutosave).
    if (request.method === 'POST' && !request.headers.has('Idempotency-Key')) request.headers.set('Idempotency-Key', newKey())
    return request
  },
}

let stopped = false

let answeredAt = 0

/** When the server last answered a call, by the window's clock; 0 for never. */
export const lastAnswer = (): number => answeredAt

/** Nothing is sent from now on, until the page is loaded again. */
export function stopSending(): void {
  stopped = true
}

/** Typed by the contract: api.GET('/needs/{id}', { params: { path: { id } } }). Wrap it in call() or callWithTag(). */
export const api = createClient<paths>({
  baseUrl: `${location.origin}/api/v1`,
  credentials: 'same-origin',
  // Looked up at each call, so that tests can put their own in place.
  fetch: (request) => (stopped ? Promise.reject(new TypeError('another person signed in')) : globalThis.fetch(request)),
})
api.use({
  onResponse({ response }) {
    if (response.ok) answeredAt = Date.now()
  },
})
api.use(headers)

type Answer<T> = Promise<{ data?: T; error?: unknown; response: Response }>

let onUnauthenticated: () => void = () => undefined

/** What happens when the session has ended; the app leads to sign-in and back. */
export function setUnauthenticated(handler: () => void): void {
  onUnauthenticated = handler
}

export interface CallOptions {
  /** Let the caller deal with 401 itself (the session and the sign-in form). */
  quiet?: boolean
}

/** The data of an answer together with its ETag, which goes into If-Match when it is changed. Throws a Problem. */
export async function callWithTag<T>(answer: Answer<T>, options: CallOptions = {}): Promise<{ data: T; etag: string | null }> {
  let got: Awaited<Answer<T>>
  try {
    got = await answer
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') throw thrown
    throw offline()
  }
  if (!got.response.ok) {
    const problem = toProblem(got.response, got.error)
    if (problem.kind === 'unauthenticated' && !options.quiet) onUnauthenticated()
    throw problem
  }
  return { data: got.data as T, etag: got.response.headers.get('ETag') }
}

/** The data of an answer. Throws a Problem. */
export async function call<T>(answer: Answer<T>, options: CallOptions = {}): Promise<T> {
  return (await callWithTag(answer, options)).data
}
