import { Link } from '~/app/Link'
import { t } from '~/i18n'

/** What is stored about oneself: to read, and to take along. */
export function Own() {
  return (
    <section class="section prose" aria-labelledby="own-title">
      <h2 class="ds-heading" data-size="sm" id="own-title">
        {t('personal.title')}
      </h2>
      <p>{t('personal.text')}</p>
      <p class="actions">
        <Link look="secondary" to="/account/data">
          {t('personal.read')}
        </Link>
        <DownloadOwn />
      </p>
    </section>
  )
}

export function DownloadOwn() {
  return (
    <a class="ds-link" href="/api/v1/account/data" download="loftet.json">
      {t('personal.download')}
    </a>
  )
}
