import type { ComponentChildren } from 'preact'
import { Alert } from '~/components'
import './region.css'

/** What has just been done, and what must be known before a page is read. Takes no room when there is nothing. */
export function Said({ text, link, children }: { text?: string; link?: ComponentChildren; children?: ComponentChildren }) {
  return (
    <div class="region-said">
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
