import { Link } from '~/app/Link'
import type { Role } from '~/app/session'
import { StateTag } from '~/components'
import { type PlainKey, t } from '~/i18n'
import { deadlineText, hasCome, pagesOf, progressText, type Response } from './round/response'

const isOpen = ({ round }: Response) => round.state === 'open'

/** Whether the approver is the one to act: read and approve, or submit what is approved. */
export function waitsForApprover(response: Response): boolean {
  return isOpen(response) && (response.state === 'for_review' || response.state === 'approved')
}

/** Whether there is still something to fill in. */
export function isBeingFilled(response: Response): boolean {
  return isOpen(response) && (response.state === 'not_started' || response.state === 'in_progress')
}

/** Whether somebody only approves, and so has nothing to fill in. */
export function onlyApproves(roles: readonly Role[]): boolean {
  return roles.includes('approver') && !roles.includes('respondent') && !roles.includes('municipality_admin')
}

interface Step {
  to: string
  label: string
  /** The one thing to do now; otherwise a way to look. */
  primary: boolean
  /** Where it stands, for who is reading. */
  says?: PlainKey
}

/** Where a response stands and the next thing to do, for who has these roles. */
export function stepOf(response: Response, roles: readonly Role[]): Step {
  const { list, goal, questions, receipt, review } = pagesOf(response.id)
  if (response.state === 'questioned') return { to: questions, label: t('review.wait.link'), primary: true }
  if (hasCome(response)) return { to: receipt, label: t('municipality.step.toReceipt'), primary: false }
  if (!isOpen(response)) return { to: list, label: t('municipality.front.open'), primary: false }
  const approver = roles.includes('approver')
  if (response.state === 'for_review' && approver) return { to: review, label: t('municipality.step.review'), primary: true, says: 'municipality.front.awaitsApproval' }
  if (response.state === 'for_review') return { to: list, label: t('municipality.front.open'), primary: true, says: 'municipality.notSubmitted.short' }
  // Administrators don't submit; respondents and approvers do.
  const submits = approver || roles.includes('respondent')
  if (response.state === 'approved') return { to: submits ? review : list, label: t(submits ? 'municipality.step.submit' : 'municipality.front.open'), primary: true, says: 'municipality.front.awaitsSubmission' }
  if (onlyApproves(roles)) return { to: list, label: t('municipality.front.follow'), primary: false, says: 'municipality.front.notYourTurn' }
  if (response.state === 'not_started') return { to: list, label: t('municipality.front.begin'), primary: true }
  const says = 'municipality.notSubmitted.short'
  if (response.sectionsDone >= response.sections) return { to: list, label: t('municipality.front.finish'), primary: true, says }
  if (response.resumeGoal) return { to: goal(response.resumeGoal), label: t('municipality.front.resume', { n: response.resumeGoal }), primary: true, says }
  return { to: list, label: t('municipality.front.begin'), primary: true, says }
}

/** A round that the municipality answers: state, deadline, how far it has come, and the next step. */
export function OwnRound({ response, roles }: { response: Response; roles: readonly Role[] }) {
  const { to, label, primary, says } = stepOf(response, roles)
  return (
    <li class="own-round">
      <div class="own-round__head">
        <h3 class="ds-heading" data-size="xs">
          <Link to={pagesOf(response.id).list}>{response.round.name}</Link>
        </h3>
        <StateTag of="response" state={response.state} />
      </div>
      <p class="own-round__facts">
        <span>{deadlineText(response)}</span> <span class="figures">{progressText(response)}</span>
      </p>
      <progress class="own-round__bar" max={Math.max(1, response.sections)} value={response.sectionsDone} aria-label={progressText(response)} />
      {says && <p class="meta">{t(says)}</p>}
      <p class="own-round__links">
        <Link look={primary ? 'primary' : 'text'} to={to}>
          {label}
          <span class="ds-sr-only"> – {response.round.name}</span>
        </Link>
      </p>
    </li>
  )
}
