import { api, call, type components } from '~/api'
import { PdfButton } from '~/components'
import { useOffersPdf } from '~/components/pdf/PdfButton'
import { language, t } from '~/i18n'

type Submission = components['schemas']['Submission']

/** A submitted revision as files: the bundle for the archive first, PDF where the service makes it. */
export function SubmissionFiles({ responseId, submission: { receipt, revision } }: { responseId: string; submission: Submission }) {
  const offersPdf = useOffersPdf()
  const printed = (paper: 'response' | 'receipt') => () =>
    call(api.GET('/responses/{responseId}/submissions/{revision}/file', { params: { path: { responseId, revision }, query: { format: 'pdf', paper, lang: language() } }, parseAs: 'blob' }))
  return (
    <ul>
      {(['zip', 'xlsx', 'csv', 'html'] as const).map((format) => (
        <li key={format}>
          <a class="ds-link" href={`/api/v1/responses/${responseId}/submissions/${revision}/file?format=${format}&lang=${language()}`} download>
            {t(`papers.format.${format}`)}
          </a>
        </li>
      ))}
      {offersPdf && (
        <li>
          <PdfButton name={receipt} fetchFile={printed('response')}>
            {t('papers.pdf.response')}
          </PdfButton>
        </li>
      )}
      {offersPdf && (
        <li>
          <PdfButton name={`${receipt}-${t('papers.pdf.receiptName')}`} fetchFile={printed('receipt')}>
            {t('papers.pdf.receipt')}
          </PdfButton>
        </li>
      )}
    </ul>
  )
}
