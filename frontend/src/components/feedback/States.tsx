import type { ComponentChildren } from 'preact'
import type { Problem } from '~/api'
import { t } from '~/i18n'
import { Button } from '../button/Button'
import { Alert } from './Alert'

export interface EmptyStateProps {
  /** What will be here. */
  title: string
  /** What to do first: text and one link or button. */
  children?: ComponentChildren
}

/** A place where something will be. */
export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <div class="empty">
      <p class="empty__title">{title}</p>
      {children}
    </div>
  )
}

/** What to tell a person about a problem: the server's own words for faults they can mend, ours for the rest. */
export function problemText(problem: Problem): string {
  if (problem.kind === 'invalid' || problem.kind === 'conflict' || problem.kind === 'denied') {
    const own = problem.detail || problem.title
    if (own) return own
  }
  return t(`errors.${problem.kind}`)
}

export interface FailedStateProps {
  problem: Problem
  /** Tries again; left out where trying again can't help. */
  onRetry?: (() => void) | undefined
}

/** Something could not be shown or done: what happened, what is safe, what to do. */
export function FailedState({ problem, onRetry }: FailedStateProps) {
  const retry = onRetry && problem.kind !== 'notFound' && problem.kind !== 'denied'
  return (
    <Alert tone={problem.kind === 'notFound' ? 'info' : problem.kind === 'offline' ? 'warning' : 'danger'} live>
      <p>{problemText(problem)}</p>
      {problem.requestId && <p class="failed__id">{t('errors.reference', { id: problem.requestId })}</p>}
      {retry && (
        <p>
          <Button variant="secondary" small onClick={onRetry}>
            {t('common.tryAgain')}
          </Button>
        </p>
      )}
    </Alert>
  )
}
