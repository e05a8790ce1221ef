import { useEffect } from 'preact/hooks'
import { PageSkeleton } from '~/components'
import { t } from '~/i18n'
import { Link } from './Link'
import { navigate, type Place, usePlace } from './location'
import { Page } from './Page'

/** The sign-in page that leads back to a place afterwards. */
export function signInAddress({ path, query }: Pick<Place, 'path' | 'query'>): string {
  if (path === '/' || path === '/sign-in') return '/sign-in'
  const search = query.toString()
  return `/sign-in?return=${encodeURIComponent(path + (search ? `?${search}` : ''))}`
}

/** Where sign-in leads back to: only a path of this app, never another host. */
export function returnAddress(query: URLSearchParams): string {
  const wanted = query.get('return') ?? '/'
  return /^\/(?![/\\])/.test(wanted) ? wanted : '/'
}

/** A page for people with an account, come to without one. */
export function SignInFirst() {
  const here = usePlace()
  // Once: the address changes before this page is taken away, and must not be read again as the one to come back to.
  useEffect(() => navigate(signInAddress(here), { replace: true }), [])
  return <PageSkeleton />
}

/** A page for other roles than one's own. */
export function DeniedPage() {
  return (
    <Page title={t('errors.deniedTitle')} lead={t('errors.deniedPage')}>
      <p>
        <Link to="/">{t('errors.toFront')}</Link>
      </p>
    </Page>
  )
}

/** An address that leads nowhere. */
export function NotFoundPage() {
  return (
    <Page title={t('errors.notFoundTitle')} lead={t('errors.notFoundPage')}>
      <ul>
        <li>
          <Link to="/">{t('errors.toFront')}</Link>
        </li>
        <li>
          <Link to="/needs">{t('errors.toNeeds')}</Link>
        </li>
      </ul>
    </Page>
  )
}
