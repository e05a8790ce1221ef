import type { ComponentChildren } from 'preact'

export interface AlertProps {
  tone?: 'info' | 'success' | 'warning' | 'danger'
  /** A short heading, where the text has more than a sentence. */
  title?: string
  /** Read out as soon as it appears. Only for what comes up because of what a person just did. */
  live?: boolean
  children?: ComponentChildren
}

/** A message beside the running text, with a sign as well as a colour. */
export function Alert({ tone = 'info', title, live, children }: AlertProps) {
  return (
    <div class="ds-alert alert" data-color={tone} role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}>
      {title && (
        <h2 class="ds-heading" data-size="2xs">
          {title}
        </h2>
      )}
      {children}
    </div>
  )
}
