import type { ComponentChildren } from 'preact'
import { Link } from '~/app/Link'
import { t } from '~/i18n'
import type { Period } from '../period'
import { type Asked, numberPlace } from './asked'

/** A number that leads to what it was made of; where there is none, nothing leads on. */
export function WhereFrom({ of, period, none = false, children }: { of: Asked; period: Period; none?: boolean; children: ComponentChildren }) {
  if (none) return <>{children}</>
  return (
    <Link to={numberPlace(of, period)} class="where-from">
      {children}
      <span class="ds-sr-only">. {t('provenance.link')}</span>
    </Link>
  )
}
