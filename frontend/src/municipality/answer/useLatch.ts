import { useState } from 'preact/hooks'

/** True from the first time it was told so: what has opened by itself must not close under somebody who writes in it. */
export function useLatch(now: boolean): boolean {
  const [latched, setLatched] = useState(now)
  if (now && !latched) setLatched(true)
  return latched || now
}
