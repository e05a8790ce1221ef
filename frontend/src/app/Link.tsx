import type { ComponentChildren, JSX } from 'preact'
import type { Language } from '~/i18n'
import { href, navigate, usePlace } from './location'

type Anchor = Omit<JSX.IntrinsicElements['a'], 'href' | 'onClick' | 'role'>

export interface LinkProps extends Anchor {
  /** Where to, without the language: "/needs?goal=6". */
  to: string
  /** Another language than the page's, for the language switch. */
  language?: Language
  /** How it looks: a link in text (default), nothing of its own, or a button. */
  look?: 'text' | 'plain' | 'primary' | 'secondary' | 'tertiary'
  /** Called when the link is followed within the app. */
  onFollow?: () => void
  children: ComponentChildren
}

/** A link inside the app: keeps the language, needs no reload, and can still be opened in a new tab. */
export function Link({ to, language, look = 'text', onFollow, class: className, children, ...rest }: LinkProps) {
  const here = usePlace()
  const button = look !== 'text' && look !== 'plain'
  const classes = [look === 'text' && 'ds-link', button && 'ds-button', className].filter(Boolean).join(' ')
  return (
    <a
      {...rest}
      class={classes || undefined}
      data-variant={button ? look : undefined}
      href={href(to, language ?? here.language)}
      aria-current={rest['aria-current'] ?? undefined}
      onClick={(event: MouseEvent) => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
        event.preventDefault()
        onFollow?.()
        navigate(to, language ? { language } : {})
      }}
    >
      {children}
    </a>
  )
}
