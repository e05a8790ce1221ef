import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { t } from '~/i18n'
import { setAnnouncer } from './announce'
import { Footer } from './Footer'
import { Header } from './header/Header'
import { keepFocus } from './keepFocus'
import { useSession } from './session'
import './layout.css'

/** What stands around every page: skip link, header, the place of the page, footer. */
export function Layout({ children }: { children: ComponentChildren }) {
  const session = useSession()
  const main = useRef<HTMLElement>(null)
  useEffect(() => (main.current ? keepFocus(main.current) : undefined), [])
  const demo = 'data' in session && session.data?.demo
  return (
    <>
      <a
        class="ds-skip-link"
        href="#content"
        onClick={(event) => {
          event.preventDefault()
          document.getElementById('content')?.focus()
        }}
      >
        {t('common.skipToContent')}
      </a>
      <header>
        {demo && <p class="demo-note">{t('common.demo')}</p>}
        <Header />
      </header>
      <main id="content" tabIndex={-1} class="content" ref={main}>
        {children}
      </main>
      <Footer />
      <div class="ds-sr-only" role="status" aria-live="polite" ref={setAnnouncer} />
    </>
  )
}
