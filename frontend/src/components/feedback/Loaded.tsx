import type { ComponentChildren } from 'preact'
import type { Load } from '~/hooks/useLoad'
import { FailedState } from './States'
import { Skeleton } from './Waiting'

export interface LoadedProps<T> {
  load: Load<T>
  /** Tells that there is nothing to show. */
  isEmpty?: (data: T) => boolean
  /** What stands there then: an EmptyState. */
  empty?: ComponentChildren
  /** The frame while it loads for the first time. */
  skeleton?: ComponentChildren
  children: (data: T) => ComponentChildren
}

/** The four faces of fetched content: loading, failed, empty, filled. */
export function Loaded<T>({ load, isEmpty, empty, skeleton, children }: LoadedProps<T>) {
  const { data, problem, loading } = load
  if (problem) return <FailedState problem={problem} onRetry={load.reload} />
  if (data === undefined) return <>{skeleton ?? <Skeleton />}</>
  return (
    <div aria-busy={loading ? 'true' : undefined}>{isEmpty?.(data) && empty !== undefined ? empty : children(data)}</div>
  )
}
