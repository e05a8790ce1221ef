import { useEffect, useRef } from 'preact/hooks'
import { guardLeaving } from '~/app/location'
import { t } from '~/i18n'

/**
 * Asks before the page or the window is left with something that isn't saved.
 * Call what it gives back when a save begins, as that leads to another page; the
 * function that gives is for a save that failed.
 */
export function useUnsaved(unsaved: boolean): () => () => void {
  const now = useRef(unsaved)
  now.current = unsaved
  const saving = useRef(false)
  useEffect(() => {
    const open = () => now.current && !saving.current
    const unload = (event: BeforeUnloadEvent) => {
      if (open()) event.preventDefault()
    }
    addEventListener('beforeunload', unload)
    const unguard = guardLeaving(() => !open() || confirm(t('common.leaveUnsaved')))
    return () => {
      removeEventListener('beforeunload', unload)
      unguard()
    }
  }, [])
  return () => {
    saving.current = true
    return () => {
      saving.current = false
    }
  }
}
