import { newKey, Problem } from '~/api'

export type SaveState =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: number }
  | { kind: 'offline' }
  /** The server is away or busy; it is tried again. */
  | { kind: 'failed' }
  /** The server won't take a value; its problem says why. */
  | { kind: 'refused' }
  /** The session has ended; what was typed waits for a new one. */
  | { kind: 'signedOut' }
  | { kind: 'conflict' }

/** Someone else changed what was being changed; the person chooses. */
export interface Conflict<V> {
  mine: V
  /** What stands on the server; undefined where the answer didn't tell. */
  theirs: V | undefined
  problem: Problem
}

export interface SendOptions {
  /** For If-Match: the version this edit builds on; null where there is none yet. */
  etag: string | null
  /** For Idempotency-Key: the same for every try of the same edit. */
  idempotencyKey: string
}

export interface SaverOptions<V> {
  /** Saves one value; gives the new version. Throws a Problem. Let its call be quiet, so that an ended session doesn't take the page away. */
  send: (key: string, value: V, options: SendOptions) => Promise<{ etag: string | null }>
  /** Reads the server's value and version out of a 412. */
  current?: (problem: Problem) => { value: V; etag: string | null } | undefined
  onChange: () => void
  /** Milliseconds without typing before it saves by itself. */
  delay?: number
}

export interface Saver<V> {
  /** What is on the server when the page opens: nothing is sent for a value that is the same. */
  loaded(key: string, value: V, etag: string | null): void
  change(key: string, value: V): void
  /** What was typed since lacks something: what waits to be sent is not meant any more. */
  withdraw(key: string): void
  /** The field was left: save now. Resolves when nothing more can be sent for the moment. */
  leave(): Promise<void>
  resolve(key: string, choice: 'mine' | 'theirs'): V | undefined
  setOnline(online: boolean): void
  state(): SaveState
  problems(): ReadonlyMap<string, Problem>
  conflicts(): ReadonlyMap<string, Conflict<V>>
  /** True while something typed is not on the server. */
  unsaved(): boolean
}

interface Entry<V> {
  value: V
  idempotencyKey: string
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
const waits = [2, 4, 8, 16, 30]
/** What was sent too slowly, or too much at a time, is no fault of the value. */
const tryLater: ReadonlySet<number> = new Set([408, 429])
/** A server that fails may have stumbled; one that fails so often does so at this value, and the others are not to wait for it. */
const mostStumbles = 3

/** Saves values as they are typed: one call at a time, in order, tried again while the network is away. */
export function createSaver<V>({ send, current, onChange, delay = 800 }: SaverOptions<V>): Saver<V> {
  const pending = new Map<string, Entry<V>>()
  const saved = new Map<string, V>()
  const versions = new Map<string, string | null>()
  // Sent without an answer: it may have arrived, so the next 412 may be our own doing.
  const unanswered = new Map<string, V>()
  const problems = new Map<string, Problem>()
  const conflicts = new Map<string, Conflict<V>>()
  let sending: Promise<void> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let savedAt: number | null = null
  let online = true
  let failures = 0
  let signedOut = false

  const ready = () => [...pending.keys()].find((key) => !conflicts.has(key) && !problems.has(key))

  function schedule(milliseconds: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), milliseconds)
  }

  function flush(): Promise<void> {
    clearTimeout(timer)
    if (!sending && ready() === undefined) return Promise.resolve()
    sending ??= run().finally(() => {
      sending = null
      onChange()
    })
    return sending
  }

  async function run(): Promise<void> {
    for (let key = ready(); key !== undefined; key = ready()) {
      onChange()
      if (!(await sendOne(key, pending.get(key) as Entry<V>))) return
    }
  }

  /** False when it makes no sense to go on now. */
  async function sendOne(key: string, entry: Entry<V>): Promise<boolean> {
    try {
      const { etag } = await send(key, entry.value, { etag: versions.get(key) ?? null, idempotencyKey: entry.idempotencyKey })
      acknowledge(key, entry, etag)
      return true
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown
      return refused(key, entry, thrown)
    }
  }

  function acknowledge(key: string, entry: Entry<V>, etag: string | null): void {
    versions.set(key, etag)
    saved.set(key, entry.value)
    unanswered.delete(key)
    if (pending.get(key) === entry) pending.delete(key)
    savedAt = Date.now()
    failures = 0
    online = true
    signedOut = false
  }

  function refused(key: string, entry: Entry<V>, problem: Problem): boolean {
    const stumbled = problem.status >= 500 && failures < mostStumbles
    if (problem.kind === 'offline' || problem.kind === 'unavailable' || tryLater.has(problem.status) || stumbled) {
      unanswered.set(key, entry.value)
      online = problem.kind !== 'offline'
      schedule(1000 * (problem.retryAfter ?? waits[Math.min(failures, waits.length - 1)] ?? 30))
      failures++
      return false
    }
    failures = 0 // it was answered; what is typed from now on has a time of its own again
    if (problem.kind === 'stale') {
      const theirs = current?.(problem)
      if (theirs) versions.set(key, theirs.etag)
      if (theirs && (same(theirs.value, entry.value) || (unanswered.has(key) && same(theirs.value, unanswered.get(key))))) {
        unanswered.delete(key)
        if (same(theirs.value, entry.value)) acknowledge(key, entry, theirs.etag)
        return true
      }
      conflicts.set(key, { mine: entry.value, theirs: theirs?.value, problem })
      return true
    }
    if (problem.kind === 'unauthenticated') {
      signedOut = true
      return false
    }
    // Refused for what it is: it stays where it was typed, and is sent again when it is changed.
    if (pending.get(key) === entry) problems.set(key, problem)
    return true
  }

  return {
    loaded(key, value, etag) {
      saved.set(key, value)
      versions.set(key, etag)
    },
    change(key, value) {
      problems.delete(key)
      const conflict = conflicts.get(key)
      if (conflict) conflict.mine = value
      if (!conflict && saved.has(key) && same(saved.get(key), value) && !unanswered.has(key) && !sending) pending.delete(key)
      else if (!same(pending.get(key)?.value, value)) pending.set(key, { value, idempotencyKey: newKey() })
      if (pending.size > 0 && failures === 0) schedule(delay)
      onChange()
    },
    withdraw(key) {
      problems.delete(key)
      if (pending.delete(key)) onChange()
    },
    leave: flush,
    resolve(key, choice) {
      const conflict = conflicts.get(key)
      conflicts.delete(key)
      if (choice === 'mine' && conflict) {
        pending.set(key, { value: conflict.mine, idempotencyKey: newKey() })
        void flush()
      } else {
        pending.delete(key)
        if (conflict?.theirs !== undefined) saved.set(key, conflict.theirs)
        onChange()
      }
      return choice === 'mine' ? conflict?.mine : conflict?.theirs
    },
    setOnline(next) {
      online = next
      if (next && pending.size > 0) void flush()
      onChange()
    },
    state() {
      if (conflicts.size > 0) return { kind: 'conflict' }
      if (!online) return { kind: 'offline' }
      if (signedOut) return { kind: 'signedOut' }
      if (problems.size > 0) return { kind: 'refused' }
      if (failures > 0 && pending.size > 0) return { kind: 'failed' }
      if (sending || pending.size > 0) return { kind: 'saving' }
      return savedAt === null ? { kind: 'idle' } : { kind: 'saved', at: savedAt }
    },
    problems: () => problems,
    conflicts: () => conflicts,
    unsaved: () => pending.size > 0 || sending !== null,
  }
}
