import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { FailedState, PageSkeleton } from '~/components'
import { asProblem, type Problem } from '~/api'
import { type Language, language as shownLanguage, loadLanguage, rememberLanguage, t } from '~/i18n'
import { Layout } from './Layout'
import { usePlace } from './location'
import { DeniedPage, NotFoundPage, SignInFirst } from './outcomes'
import { Page } from './Page'
import { fetchAhead, matchRoute, type PageProps, type Route } from './routes'
import { rolesOf, useSession } from './session'

type Loaded = { route: Route; Component: ComponentType<PageProps> } | { route: Route; problem: Problem }

/** Fetches the code of a page; null while it is on its way. */
function usePageCode(route: Route | undefined): Loaded | null {
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  useEffect(() => {
    if (!route) return
    let wanted = true
    route.load().then(
      (module) => wanted && setLoaded({ route, Component: module.default }),
      (thrown: unknown) => wanted && setLoaded({ route, problem: asProblem(thrown) }),
    )
    return () => {
      wanted = false
    }
  }, [route])
  return loaded?.route === route ? loaded : null
}

/** Follows the language of the address: fetches its texts, then shows the whole page in it. */
function useLanguageOfAddress(wanted: Language): Language {
  const [shown, setShown] = useState(shownLanguage())
  useEffect(() => {
    document.documentElement.lang = wanted
    rememberLanguage(wanted)
    if (wanted === shownLanguage()) return
    void loadLanguage(wanted).then(() => setShown(wanted))
  }, [wanted])
  return shown
}

function Current() {
  const { path, visit } = usePlace()
  const session = useSession()
  const match = matchRoute(path)
  const loaded = usePageCode(match?.route)

  if (!match) return <NotFoundPage />
  const { access } = match.route
  if (access !== 'public') {
    if (session.state === 'unknown') return <PageSkeleton />
    if (session.state === 'failed') {
      return (
        <Page title={t('errors.title')}>
          <FailedState problem={session.problem} onRetry={() => location.reload()} />
        </Page>
      )
    }
    if (session.state === 'signedOut') return <SignInFirst />
    if (access !== 'signedIn' && !access.some((role) => rolesOf(session).includes(role))) return <DeniedPage />
  }
  if (!loaded) return <PageSkeleton />
  if ('problem' in loaded) {
    return (
      <Page title={t('errors.title')}>
        <FailedState problem={loaded.problem} onRetry={() => location.reload()} />
      </Page>
    )
  }
  return <loaded.Component key={visit} params={match.params} />
}

/** The whole app: the layout around the page of the address. */
export function App() {
  const { language } = usePlace()
  useLanguageOfAddress(language)
  useEffect(() => {
    document.addEventListener('pointerover', fetchAhead, { passive: true })
    return () => document.removeEventListener('pointerover', fetchAhead)
  }, [])
  return (
    <Layout>
      <Current />
    </Layout>
  )
}
