import type { ComponentChildren } from 'preact'
import './details.css'

/** More, for who wants it, without leaving the page: help for a question, how a figure came about. */
export function Details({ summary, open, children }: { summary: ComponentChildren; open?: boolean; children: ComponentChildren }) {
  return (
    <details class="more" open={open}>
      <summary>{summary}</summary>
      <div class="more__content">{children}</div>
    </details>
  )
}
