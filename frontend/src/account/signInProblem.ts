import { asProblem, Problem } from '~/api'
import { t } from '~/i18n'

/** A refusal with words of our own, shown as they are. */
function refusal(message: string): Problem {
  return new Problem('invalid', 422, '', '', message)
}

/** What to tell somebody whose sign-in failed; other faults keep their own words. */
export function signInProblem(thrown: unknown): Problem {
  const problem = asProblem(thrown)
  if (problem.kind === 'unauthenticated') return refusal(t('account.signIn.wrong'))
  if (problem.status === 429) return refusal(t('account.signIn.tooMany', { n: Math.max(1, Math.ceil((problem.retryAfter ?? 60) / 60)) }))
  return problem
}
