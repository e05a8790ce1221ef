import { useEffect, useState } from 'preact/hooks'
import { useMedia } from '~/hooks/useMedia'
import { t } from '~/i18n'
import { Link } from '../Link'
import { usePlace } from '../location'
import { rolesOf, useSession } from '../session'
import { Account } from './Account'
import { LanguageSwitch } from './LanguageSwitch'
import { currentLink, navigationFor } from './navigation'
import { ThemeSwitch } from './ThemeSwitch'
import './header.css'

function Mark() {
  return (
    <svg class="brand__mark" viewBox="0 0 32 32" aria-hidden="true">
      <path d="M6 26h20v-3.4H6zM14.2 19.6h3.6v-8l4.1 4.1 2.5-2.6L16 4.7l-8.4 8.4 2.5 2.6 4.1-4.1z" />
    </svg>
  )
}

/** Name, navigation by role, language, theme and account; on a narrow page all but the name fold into a menu. */
export function Header() {
  const { path, visit } = usePlace()
  const session = useSession()
  const [open, setOpen] = useState(false)
  const { own, everyone } = navigationFor(rolesOf(session))
  // As in header.css, and in rem as there: the menu has the links first, the bar the tools.
  const folded = useMedia('(max-width: 56rem)')
  const current = currentLink(path, [...own, ...everyone])

  useEffect(() => setOpen(false), [visit])

  const list = (links: typeof own, label: string) =>
    links.length > 0 && (
      <nav aria-label={label}>
        <ul class="navigation">
          {links.map((link) => (
            <li key={link.to}>
              <Link look="plain" class="navigation__link" to={link.to} aria-current={link === current ? 'page' : undefined}>
                {t(link.label)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    )

  const links = (
    <div class="header__links" key="links">
      {list(own, t('common.nav.own'))}
      {list(everyone, t('common.nav.everyone'))}
    </div>
  )
  const tools = (
    <div class="header__tools" key="tools">
      <LanguageSwitch />
      <ThemeSwitch />
      <Account />
    </div>
  )

  return (
    <div
      class="header"
      data-open={open ? 'true' : undefined}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setOpen(false)
      }}
    >
      <div class="header__bar">
        <Link look="plain" class="brand" to="/">
          <Mark />
          Løftet
        </Link>
        <button class="ds-button header__menu" type="button" data-variant="tertiary" data-color="neutral" aria-expanded={open} aria-controls="header-fold" onClick={() => setOpen(!open)}>
          {t('common.menu')}
        </button>
      </div>
      <div class="header__fold" id="header-fold">
        {folded ? [links, tools] : [tools, links]}
      </div>
    </div>
  )
}
