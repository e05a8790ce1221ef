import { languageNames, languages, t } from '~/i18n'
import { Link } from '../Link'
import { usePlace } from '../location'

/** The same page in another language, filters and all. Each language is named in itself. */
export function LanguageSwitch() {
  const { language, path, query } = usePlace()
  const search = query.toString()
  return (
    <nav aria-label={t('common.language')}>
      <ul class="switch">
        {languages.map((one) => (
          <li key={one}>
            <Link
              look="plain"
              class="switch__choice"
              to={path + (search ? `?${search}` : '')}
              language={one}
              lang={one}
              hreflang={one}
              aria-current={one === language ? 'true' : undefined}
            >
              {languageNames[one]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
