import { api, call, type components } from '~/api'
import { formatDate, t } from '~/i18n'

export type Assignment = components['schemas']['Assignment']

/** True once the last day is over; it is the colleague's still, but a link opens no more. */
export const isLate = ({ deadline }: Pick<Assignment, 'deadline'>): boolean => deadline < new Date().toISOString().slice(0, 10)

/** Who has a section and until when, for a task list. */
export function taskText({ mine, name, deadline, state }: Assignment): string {
  const date = formatDate(deadline)
  if (mine) return t('handover.taskMine', { date })
  return state === 'answered' ? t('handover.taskAnswered', { name }) : t('handover.task', { name, date })
}

/** A section by number and name; the general questions by their name alone. */
export const sectionName = ({ goal, sectionName: name }: Pick<Assignment, 'goal' | 'sectionName'>): string => (goal > 0 ? `${goal} ${name}` : name)

/** Takes a section one step further. */
export function moveAssignment({ id }: Pick<Assignment, 'id'>, to: Assignment['state'], reason: string, key: string): Promise<Assignment> {
  return call(
    api.POST('/assignments/{assignmentId}/state', {
      params: { path: { assignmentId: id }, header: { 'Idempotency-Key': key } },
      body: { to, ...(reason ? { reason } : {}) },
    }),
  )
}
