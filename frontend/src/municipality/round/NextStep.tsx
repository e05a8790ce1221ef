import { Link } from '~/app/Link'
import { Alert } from '~/components'
import { formatDateTime, t } from '~/i18n'
import { hasCome, pagesOf, type ResponseDetail } from './response'
import { Reopen } from './Reopen'

/** Where the response stands, said plainly, and the one thing to do next for who is reading. */
export function NextStep({ detail, onChanged }: { detail: ResponseDetail; onChanged: (detail: ResponseDetail) => void }) {
  const { response, actions, sections } = detail
  const { check, review, receipt, goal } = pagesOf(response.id)

  const locked = detail.locks.find(({ action }) => action === 'reopen')
  if (hasCome(response)) {
    return (
      <Alert tone="success" title={t(response.state === 'checked' || response.state === 'anchored' ? 'review.checked.title' : 'municipality.step.submitted')}>
        <p>{response.submittedAt && t('municipality.step.submittedAt', { time: formatDateTime(response.submittedAt) })}</p>
        <div class="actions">
          <Link look="secondary" to={receipt}>
            {t('municipality.step.toReceipt')}
          </Link>
          {actions.includes('reopen') && <Reopen responseId={response.id} onDone={onChanged} />}
        </div>
        {locked && <p>{t('review.correct.why', { reason: locked.reason })}</p>}
      </Alert>
    )
  }

  const resume = sections.find((section) => section.goal === response.resumeGoal && !section.leftOut)
  const first = sections.find((section) => !section.leftOut && section.state !== 'complete')
  const place = resume && resume.state !== 'complete' ? resume : first
  const done = !first
  const over = response.round.state !== 'open' && !actions.some((action) => ['edit', 'send_for_review', 'approve', 'submit', 'return'].includes(action))
  return (
    <>
      <Alert tone="info" title={t(response.revision > 0 ? 'municipality.correcting.title' : 'municipality.notSubmitted.title')}>
        {response.revision > 0 && <p>{t(over ? 'municipality.correcting.over' : 'municipality.correcting.text', { n: response.revision })}</p>}
        {(response.revision === 0 || (!over && response.state !== 'in_progress')) && <p>{t(stateText(detail))}</p>}
      </Alert>
      <div class="actions">
        {actions.includes('edit') && !done && place && (
          <Link look="primary" to={goal(place.goal)}>
            {stepText(place, response.state !== 'not_started')}
          </Link>
        )}
        {actions.includes('edit') && (
          <Link {...(done ? { look: 'primary' as const } : {})} to={check}>
            {t('municipality.step.check')}
          </Link>
        )}
        {(actions.includes('approve') || actions.includes('submit')) && (
          <Link look="primary" to={review}>
            {t(actions.includes('approve') ? 'municipality.step.review' : 'municipality.step.submit')}
          </Link>
        )}
        {!actions.includes('edit') && !actions.includes('approve') && !actions.includes('submit') && <Link to={check}>{t('municipality.step.read')}</Link>}
      </div>
    </>
  )
}

function stepText({ goal, name }: ResponseDetail['sections'][number], begun: boolean): string {
  if (goal === 0) return t(begun ? 'municipality.step.resumeGeneral' : 'municipality.step.beginGeneral')
  return t(begun ? 'municipality.step.resume' : 'municipality.step.begin', { n: goal, name })
}

function stateText({ response, actions }: ResponseDetail) {
  if (response.round.state !== 'open') return 'municipality.notSubmitted.roundClosed' as const
  switch (response.state) {
    case 'for_review':
      return actions.includes('approve') ? ('municipality.notSubmitted.yourReview' as const) : ('municipality.notSubmitted.forReview' as const)
    case 'approved':
      return 'municipality.notSubmitted.approved' as const
    default:
      return actions.includes('edit') ? ('municipality.notSubmitted.editing' as const) : ('municipality.notSubmitted.others' as const)
  }
}
