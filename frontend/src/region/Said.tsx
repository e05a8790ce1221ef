import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Alert } from '~/components'
import './region.css'

/** What has just been done, which takes focus as the button that did it may be gone, and what must be known before a page is read. Takes no room when there is nothing. */
export function Said({ text, link, children }: { text?: string; link?: ComponentChildren; children?: ComponentChildren }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!text) return
    box.current?.focus({ preventScroll: true })
    box.current?.scrollIntoView({ block: 'center' })
  }, [text])
  return (
    <div class="region-said" ref={box} tabIndex={-1}>
      {text && (
        <Alert tone="success" live>
          <p>{text}</p>
          {link && <p>{link}</p>}
        </Alert>
      )}
      {children}
    </div>
  )
}
