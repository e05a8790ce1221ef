import { Link } from '~/app/Link'
import { t } from '~/i18n'
import type { Draft } from './EditQuestionnaire'

/** The questionnaire as an XLSForm, with a word on what does not go along. */
export function TakeAlong({ draft: { id, form } }: { draft: Draft }) {
  const file = (format: string) => `/api/v1/questionnaires/${id}/xlsform?format=${format}`
  return (
    <section class="section prose" aria-labelledby="take-title">
      <h2 class="ds-heading" data-size="sm" id="take-title">
        {t('questionnaires.take')}
      </h2>
      {form && form.items.length > 0 ? (
        <>
          <p>{t('questionnaires.takeText')}</p>
          <p>{t('questionnaires.takeNot')}</p>
          <ul>
            <li>
              <a class="ds-link" href={file('xlsx')} download>
                {t('questionnaires.takeXlsx')}
              </a>
            </li>
            <li>
              <a class="ds-link" href={file('csv')} download>
                {t('questionnaires.takeCsv')}
              </a>
            </li>
          </ul>
        </>
      ) : (
        <p>{t('questionnaires.takeNone')}</p>
      )}
      <p>
        <Link to="/region/questionnaires/import">{t('questionnaires.takeImport')}</Link>
      </p>
    </section>
  )
}
