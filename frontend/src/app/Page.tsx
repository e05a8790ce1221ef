import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { t } from '~/i18n'
import { Link } from './Link'
import { usePlace } from './location'
import { shownErrors } from './shownErrors'
import { useStore } from './store'

export interface PageFrameProps {
  /** The one h1, and the first part of the window's title. */
  title: string
  /** The language of the title, where it isn't the page's: a need that nobody has translated. */
  titleLanguage?: string | undefined
  /** A sentence or two under the heading. */
  lead?: ComponentChildren
  /** Small line above the heading: what the page belongs to. */
  above?: ComponentChildren
  /** Where the page was come from, shown as a link on top. */
  back?: { to: string; label: string }
  /** Puts "Error:" first in the window's title, for errors that no ErrorSummary shows; that one does it by itself. */
  errors?: boolean
  /** Wide for tables and charts; otherwise the text keeps to a readable line. */
  wide?: boolean
  children?: ComponentChildren
}

// The heading of the first page must not take focus: the reader has just opened the window.
let focusedVisit = 0

/** The frame of every page: unique title, one h1 that takes focus when the page is gone to, lead, content. */
export function Page({ title, titleLanguage, lead, above, back, errors, wide, children }: PageFrameProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { visit } = usePlace()
  const faulty = useStore(shownErrors) > 0 || errors

  useEffect(() => {
    document.title = `${faulty ? `${t('errors.titlePrefix')} ` : ''}${title} – Løftet`
  })
  useLayoutEffect(() => {
    if (visit === focusedVisit) return
    focusedVisit = visit
    heading.current?.focus({ preventScroll: true })
  }, [visit])

  return (
    <article class={wide ? 'page page--wide' : 'page'}>
      <header class="page__header">
        {back && (
          <p class="page__back">
            <Link to={back.to}>{back.label}</Link>
          </p>
        )}
        {above && <p class="page__above">{above}</p>}
        <h1 class="ds-heading" data-size="lg" tabIndex={-1} ref={heading} lang={titleLanguage}>
          {title}
        </h1>
        {lead && <p class="page__lead">{lead}</p>}
      </header>
      {children}
    </article>
  )
}
