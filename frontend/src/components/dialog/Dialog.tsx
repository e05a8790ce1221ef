import type { ComponentChildren } from 'preact'
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks'
import { t } from '~/i18n'
import './dialog.css'

export interface DialogProps {
  open: boolean
  /** Called when it is closed by Escape, the cross or a press outside. */
  onClose: () => void
  title: string
  /** The buttons, the safe one last. */
  actions?: ComponentChildren
  children?: ComponentChildren
}

/** A question that must be answered before going on. The browser's own dialog: it keeps focus inside and gives it back. */
export function Dialog({ open, onClose, title, actions, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  // The browser tells of a close a moment after it has given focus back: by then it may be opened again.
  const told = useRef(false)
  useEffect(() => {
    const element = dialog.current
    if (!element || element.open === open) return
    if (open) element.showModal()
    else {
      told.current = true
      element.close()
    }
  }, [open])
  // One that is taken away while it is open must be closed first, or the browser gives focus back to nobody.
  // By then the ref is empty already, so the element is kept from the start.
  useLayoutEffect(() => {
    const element = dialog.current
    return () => element?.close()
  }, [])
  return (
    <dialog
      class="ds-dialog dialog"
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        if (event.target !== dialog.current) return // a file that was not chosen after all
        event.preventDefault() // it is closed once the page knows
        onClose()
      }}
      onClose={() => {
        if (told.current) told.current = false
        else onClose()
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose()
      }}
    >
      {open && (
        <div class="ds-dialog__block">
          <button class="ds-button dialog__close" type="button" data-variant="tertiary" data-color="neutral" aria-label={t('common.close')} onClick={onClose}>
            <span aria-hidden="true">✕</span>
          </button>
          <h2 class="ds-heading" data-size="xs" id={id}>
            {title}
          </h2>
          <div class="dialog__body">{children}</div>
          {actions && <div class="actions">{actions}</div>}
        </div>
      )}
    </dialog>
  )
}
