import type { ComponentChildren, JSX } from 'preact'

export interface ButtonProps extends Omit<JSX.IntrinsicElements['button'], 'loading' | 'size'> {
  /** The one most important action of a page is primary; the rest secondary or links. */
  variant?: 'primary' | 'secondary' | 'tertiary'
  /** For actions that destroy something; they also ask, in a Dialog that names what is lost. */
  danger?: boolean
  small?: boolean
  /** Work is going on: says so, and takes no second press. */
  busy?: boolean
  children: ComponentChildren
}

/** A button. It stays focusable while busy, so that a keyboard user keeps the place. */
export function Button({ variant = 'primary', danger, small, busy, onClick, type = 'button', children, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      class={['ds-button', rest.class].filter(Boolean).join(' ')}
      type={type}
      data-variant={variant}
      data-color={danger ? 'danger' : undefined}
      data-size={small ? 'sm' : undefined}
      aria-busy={busy ? 'true' : undefined}
      aria-disabled={busy ? 'true' : rest['aria-disabled']}
      onClick={(event) => {
        if (busy) {
          event.preventDefault()
          return
        }
        onClick?.(event)
      }}
    >
      {busy && <span class="spinner" aria-hidden="true" />}
      {children}
    </button>
  )
}
