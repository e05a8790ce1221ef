import { api, call } from '~/api'
import { Link } from '~/app/Link'
import { Alert } from '~/components'
import { useLoad } from '~/hooks'
import { t } from '~/i18n'
import { pagesOf } from './response'

/** That the questionnaire has come in another edition than the one that is answered. Nothing where it has not. */
export function NewerEdition({ responseId }: { responseId: string }) {
  const load = useLoad((signal) => call(api.GET('/responses/{responseId}/edition', { params: { path: { responseId } }, signal })), [responseId])
  if (!load.data?.editable || load.data.others.length === 0) return null
  const { current, others } = load.data
  const newer = others.find(({ edition }) => edition > current.edition)
  const link = <Link to={pagesOf(responseId).edition}>{t('questionnaires.move.link')}</Link>
  if (!newer) return <p class="section">{link}</p>
  return (
    <Alert>
      <p>{t('questionnaires.move.newer', { number: newer.edition, now: current.edition })}</p>
      <p>{link}</p>
    </Alert>
  )
}
