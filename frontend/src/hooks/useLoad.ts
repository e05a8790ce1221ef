import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { asProblem, type Problem } from '~/api'
import { usePlace } from '~/app/location'

export interface Load<T> {
  /** While loading again the earlier data stays, so that nothing jumps. */
  data: T | undefined
  problem: Problem | undefined
  loading: boolean
  reload: () => void
  /** Puts in what an edit gave back, without asking once more. */
  set: (data: T) => void
}

type Kept<T> = { data?: T; problem?: Problem; loading: boolean }

/**
 * Fetches when the page opens and whenever an input or the language changes;
 * an answer that comes too late is dropped. Show it with Loaded.
 */
export function useLoad<T>(fetch: (signal: AbortSignal) => Promise<T>, inputs: readonly unknown[]): Load<T> {
  const [kept, setKept] = useState<Kept<T>>({ loading: true })
  const [turn, setTurn] = useState(0)
  const { language } = usePlace()
  const latest = useRef(fetch)
  latest.current = fetch

  useEffect(() => {
    const controller = new AbortController()
    setKept((before) => (before.loading ? before : { ...before, loading: true }))
    latest.current(controller.signal).then(
      (data) => {
        if (!controller.signal.aborted) setKept({ data, loading: false })
      },
      (thrown: unknown) => {
        if (!controller.signal.aborted) setKept({ problem: asProblem(thrown), loading: false })
      },
    )
    return () => controller.abort()
  }, [...inputs, language, turn])

  return {
    data: kept.data,
    problem: kept.problem,
    loading: kept.loading,
    reload: useCallback(() => setTurn((n) => n + 1), []),
    set: useCallback((data: T) => setKept({ data, loading: false }), []),
  }
}
