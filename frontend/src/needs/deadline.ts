import { formatDate, t } from '~/i18n'
import { daysBetween, today } from './days'

/** A need's deadline in words; how far away it is as well, when that is less than 60 days. */
export function deadlineText(deadline: string | undefined, now: string = today()): string {
  if (!deadline) return t('needs.dueNone')
  const date = formatDate(deadline)
  const days = daysBetween(now, deadline)
  if (days < 0) return t('needs.duePast', { date })
  if (days === 0) return t('needs.dueToday', { date })
  if (days > 60) return t('needs.dueBy', { date })
  return t('needs.dueNear', { date, when: t('needs.inDays', { n: days }) })
}

/** The same without the word, for beside a heading that says it. */
export function deadlineDate(deadline: string | undefined, now: string = today()): string {
  if (!deadline) return t('needs.notSet')
  const date = formatDate(deadline)
  return deadline < now ? t('needs.passed', { date }) : date
}
