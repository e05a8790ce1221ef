import { Link } from '~/app/Link'
import { Alert, Tag } from '~/components'
import { t } from '~/i18n'
import { pagesOf, type ResponseDetail } from './response'
import '~/review/review.css'

/** What has come of a submitted response: questions that wait, whether it is checked, the decisions and those that are missing. */
export function AfterSubmitting({ detail }: { detail: ResponseDetail }) {
  const { response, openQuestions, unanchored } = detail
  const { questions, anchoring } = pagesOf(response.id)
  if (response.revision === 0) return null
  const checked = response.state === 'checked' || response.state === 'anchored'
  return (
    <div class="after-submitting">
      {openQuestions > 0 && (
        <Alert tone="warning" title={t('review.wait.title', { n: openQuestions })}>
          <p>
            <Link look="secondary" to={questions}>
              {t('review.wait.link')}
            </Link>
          </p>
        </Alert>
      )}
      <ul>
        {response.state === 'submitted' && <li>{t('review.checked.not')}</li>}
        {unanchored.length === 0 ? (
          <li>
            <Tag tone="success">{t('review.anchor.badge')}</Tag> <Link to={anchoring}>{t('review.anchor.look')}</Link>
          </li>
        ) : (
          checked && (
            <li>
              {t('review.anchor.title')}. {t('review.anchor.missing', { levels: unanchored.map((level) => t(`review.anchor.${level}`).toLowerCase()).join(', ') })}.{' '}
              <Link to={anchoring}>{t('review.anchor.link')}</Link>
            </li>
          )
        )}
        {openQuestions === 0 && (
          <li>
            <Link to={questions}>{t('review.questions.title')}</Link>
          </li>
        )}
      </ul>
    </div>
  )
}

/** The reminder of open comments where a response is handed on: it stops nothing. */
export function OpenComments({ detail }: { detail: ResponseDetail }) {
  const n = detail.openComments
  if (n === 0) return null
  return (
    <Alert tone="warning">
      <p>{t('review.comments.warning', { n })}</p>
      <p>
        <Link to={pagesOf(detail.response.id).comments}>{t('review.comments.see')}</Link>
      </p>
    </Alert>
  )
}
