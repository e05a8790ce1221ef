import { t } from '~/i18n'
import { Link } from './Link'
import { matchRoute } from './routes'

const links = [
  { to: '/about', label: 'common.nav.about' },
  { to: '/accessibility', label: 'common.nav.accessibility' },
  { to: '/privacy', label: 'common.nav.privacy' },
  { to: '/data', label: 'common.nav.data' },
] as const

export function Footer() {
  return (
    <footer class="footer">
      <div class="footer__inner">
        <p class="footer__what">{t('common.footer')}</p>
        <nav aria-label={t('common.nav.site')}>
          <ul class="footer__links">
            {links
              .filter(({ to }) => matchRoute(to))
              .map(({ to, label }) => (
                <li key={to}>
                  <Link to={to}>{t(label)}</Link>
                </li>
              ))}
          </ul>
        </nav>
      </div>
    </footer>
  )
}
