import { Link } from '~/app/Link'
import { Page } from '~/app/Page'
import { t } from '~/i18n'

/** Where one stands after erasing the own account. */
export default function ErasedPage() {
  return (
    <Page title={t('personal.erased.title')} lead={t('personal.erased.text')}>
      <p class="actions">
        <Link to="/">{t('errors.toFront')}</Link>
      </p>
    </Page>
  )
}
