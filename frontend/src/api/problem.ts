import type { components } from './schema.gen'

/** What is wrong with one field of what was sent. */
export interface FieldError {
  /** Path of the field in what was sent. */
  field: string
  /** Says how to mend it, in the language of the page. */
  message: string
}

/** The kinds a page treats differently; everything else is "other". */
export type ProblemKind = 'offline' | 'unauthenticated' | 'denied' | 'notFound' | 'stale' | 'conflict' | 'invalid' | 'unavailable' | 'other'

/**
 * What went wrong with a call, thrown by call() and the rest of ~/api.
 * An answer of the server is an RFC 9457 problem; no answer at all is "offline".
 */
export class Problem extends Error {
  override readonly name = 'Problem'
  constructor(
    readonly kind: ProblemKind,
    /** HTTP status; 0 when nothing answered. */
    readonly status: number,
    /** Stable code of the problem catalogue; empty when nothing answered. */
    readonly code: string,
    /** Text of the server for a person, in the language of the page; may be empty. */
    readonly title: string,
    readonly detail: string = '',
    readonly fields: readonly FieldError[] = [],
    /** With 412: the record as it is now; whoever asked for it knows its type. */
    readonly current: unknown = undefined,
    /** Finds the request in the server's log. */
    readonly requestId: string = '',
    /** Seconds until it makes sense to try again, where the server told. */
    readonly retryAfter: number | null = null,
  ) {
    super(detail || title || `${kind} ${status}`)
  }
}

const kinds: Readonly<Record<number, ProblemKind>> = {
  400: 'invalid',
  401: 'unauthenticated',
  403: 'denied',
  404: 'notFound',
  409: 'conflict',
  412: 'stale',
  422: 'invalid',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
}

type Wire = Partial<components['schemas']['Problem']>

function seconds(header: string | null): number | null {
  return header !== null && /^\d+$/.test(header) ? Number(header) : null
}

/** Makes a Problem of an answer that isn't a success; body is its parsed JSON, or whatever a proxy in between sent. */
export function toProblem(response: Response, body: unknown): Problem {
  const wire: Wire = typeof body === 'object' && body !== null ? body : {}
  return new Problem(
    kinds[response.status] ?? 'other',
    response.status,
    wire.code ?? '',
    wire.title ?? '',
    wire.detail ?? '',
    (wire.fields ?? []).map(({ path, message }) => ({ field: path, message })),
    wire.current,
    wire.requestId ?? '',
    seconds(response.headers.get('Retry-After')),
  )
}

/** No answer came: the network is down or the server is. */
export function offline(): Problem {
  return new Problem('offline', 0, '', '')
}

/** Anything that was thrown, as a Problem. A fault of our own code is "other" and goes to the console. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown
  console.error(thrown)
  return new Problem('other', 0, '', '')
}
