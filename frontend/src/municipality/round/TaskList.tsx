import type { components } from '~/api'
import { Link } from '~/app/Link'
import { GoalBadge, StateTag, Tag } from '~/components'
import { t } from '~/i18n'
import { taskText } from '../handover/assignment'
import { pagesOf, sectionText } from './response'

type Section = components['schemas']['SectionProgress']

export interface TaskListProps {
  responseId: string
  sections: readonly Section[]
  /** Whether the reader may answer; who may not, reads. */
  mayEdit: boolean
}

/** One row per goal; the whole row is the link, and the state stands in words. What others have remarked on is marked. */
export function TaskList({ responseId, sections, mayEdit }: TaskListProps) {
  const { goal } = pagesOf(responseId)
  return (
    <ol class="tasks">
      {sections.map((section) => (
        <li key={section.goal} class="task">
          <GoalBadge goal={section.goal} label={sectionText(section.goal)} size="small" />
          <div class="task__text">
            <Link class="task__link" to={goal(section.goal)} aria-describedby={`task-${section.goal}-state`}>
              <span class="ds-sr-only">{t(mayEdit && !section.leftOut && (section.assignment?.mine ?? true) ? 'common.section.answer' : 'common.section.read')} </span>
              {section.name}
            </Link>
            <div class="meta figures">
              {!section.leftOut && (section.questions > 0 ? t('municipality.tasks.answered', { answered: section.answered, n: section.questions }) : t('municipality.tasks.optional'))}
              {section.unconfirmed > 0 && !section.leftOut && ` · ${t('municipality.tasks.toConfirm', { n: section.unconfirmed })}`}
            </div>
            {section.assignment && <div class="meta">{taskText(section.assignment)}</div>}
          </div>
          <div class="task__state" id={`task-${section.goal}-state`}>
            {section.state === 'complete' ? <span>{t('common.section.complete')}</span> : <StateTag of="section" state={section.state} />}
            {section.waiting !== undefined && (
              <>
                {' '}
                <Tag tone="warning">{t('common.section.waiting', { n: section.waiting })}</Tag>
              </>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
