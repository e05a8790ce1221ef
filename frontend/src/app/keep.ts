// What is on no server yet, in the window's own storage: it outlives a reload, and goes with the window,
// with signing out, and when somebody else signs in.
const prefix = 'loftet.keep.'
const ownerKey = 'loftet.keeper'

/** Storage may be closed to the page; what is kept then holds only while the page stands. */
function trying<T>(what: (storage: Storage) => T): T | undefined {
  try {
    return what(sessionStorage)
  } catch {
    return undefined
  }
}

/** Keeps a value under a name. */
export function keep(name: string, value: unknown): void {
  trying((storage) => storage.setItem(prefix + name, JSON.stringify(value)))
}

/** What was kept under a name; undefined where nothing was. */
export function kept(name: string): unknown {
  return trying((storage) => JSON.parse(storage.getItem(prefix + name) ?? 'null') as unknown) ?? undefined
}

export function unkeep(name: string): void {
  trying((storage) => storage.removeItem(prefix + name))
}

/** Whose window it is; undefined for nobody's. */
export function keeper(): string | undefined {
  return trying((storage) => storage.getItem(ownerKey)) ?? undefined
}

/** Says whose window it is now, nobody's without an id. What another person kept goes. */
export function keepFor(person: string | undefined): void {
  trying((storage) => {
    if (storage.getItem(ownerKey) === (person ?? null)) return
    for (const key of Object.keys(storage)) if (key.startsWith(prefix)) storage.removeItem(key)
    if (person) storage.setItem(ownerKey, person)
    else storage.removeItem(ownerKey)
  })
}
