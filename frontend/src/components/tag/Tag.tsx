import type { ComponentChildren } from 'preact'

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger' | 'accent'

/** A word about the state of something. The word says it; the tone only helps. */
export function Tag({ tone = 'neutral', outline, children }: { tone?: Tone; outline?: boolean; children: ComponentChildren }) {
  return (
    <span class="ds-tag" data-color={tone} data-variant={outline ? 'outline' : undefined}>
      {children}
    </span>
  )
}
