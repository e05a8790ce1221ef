import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { guardLeaving } from '~/app/location'
import { t } from '~/i18n'
import { createSaver, type Saver, type SaverOptions } from './saver'

/**
 * Saves what is typed: call change(key, value) on input and leave() on blur; show
 * state in SavedStatus, problems beside their fields, and conflicts with both values.
 * Warns before the window or the page is left with something unsaved.
 */
export function useAutosave<V>(options: Omit<SaverOptions<V>, 'onChange'>): Saver<V> {
  const [, rerender] = useState({})
  const latest = useRef(options)
  latest.current = options
  const kept = useRef<Saver<V> | null>(null)
  const saver = (kept.current ??= createSaver<V>({
    send: (key, value, more) => latest.current.send(key, value, more),
    current: (problem) => latest.current.current?.(problem),
    ...(options.delay === undefined ? {} : { delay: options.delay }),
    onChange: () => rerender({}),
  }))

  // Not useEffect: its end comes later than the page goes, and the guard would ask on the next one.
  useLayoutEffect(() => {
    if (!navigator.onLine) saver.setOnline(false)
    const online = () => saver.setOnline(true)
    const offline = () => saver.setOnline(false)
    // Also when the window is come back to: somebody may have signed in again in another one.
    const seen = () => {
      if (saver.unsaved()) void saver.leave()
    }
    const unload = (event: BeforeUnloadEvent) => {
      void saver.leave()
      if (saver.unsaved()) event.preventDefault()
    }
    addEventListener('online', online)
    addEventListener('offline', offline)
    addEventListener('beforeunload', unload)
    document.addEventListener('visibilitychange', seen)
    const unguard = guardLeaving(() => {
      const { kind } = saver.state()
      // What is only on its way arrives without the page; what can't be sent would be lost.
      return !saver.unsaved() || kind === 'saving' || confirm(t('common.leaveUnsaved'))
    })
    return () => {
      // What is under way or waits for the network goes on without the page.
      void saver.leave()
      removeEventListener('online', online)
      removeEventListener('offline', offline)
      removeEventListener('beforeunload', unload)
      document.removeEventListener('visibilitychange', seen)
      unguard()
    }
  }, [saver])

  return saver
}
