import { vi } from 'vitest'

export type Handler = (request: Request) => Response | Promise<Response> | undefined

/** An answer of the server in JSON. */
export function json(body: unknown, init: ResponseInit = {}): Response {
  const type = (init.status ?? 200) >= 400 ? 'application/problem+json' : 'application/json'
  return new Response(JSON.stringify(body), { ...init, headers: { 'Content-Type': type, ...init.headers } })
}

/** Stands in for the server: the first handler that answers, by "GET /path" under /api/v1; anything else is 404. */
export function serve(table: Readonly<Record<string, Handler>>): { requests: Request[] } {
  const requests: Request[] = []
  vi.stubGlobal('fetch', async (input: Request | string, init?: RequestInit) => {
    const request = input instanceof Request ? input : new Request(input, init)
    requests.push(request)
    const path = new URL(request.url).pathname.replace('/api/v1', '')
    return (await table[`${request.method} ${path}`]?.(request)) ?? json({ code: 'not_found', title: 'Not found', status: 404 }, { status: 404 })
  })
  return { requests }
}
