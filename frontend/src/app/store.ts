import { useEffect, useState } from 'preact/hooks'

/** A value that components can watch. Small on purpose: the address, the session and the theme need no more. */
export interface Store<T> {
  get(): T
  set(next: T): void
  subscribe(listener: () => void): () => void
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The store's value; the component renders again when it changes. */
export function useStore<T>(store: Store<T>): T {
  const [, rerender] = useState({})
  const rendered = store.get()
  useEffect(() => {
    const unsubscribe = store.subscribe(() => rerender({}))
    // It may have changed between rendering and subscribing: effects run late.
    if (!Object.is(rendered, store.get())) rerender({})
    return unsubscribe
    // Only the rendering before subscribing matters; later ones are told.
  }, [store])
  return rendered
}
