import type { components } from '~/api'
import { Link } from '~/app/Link'
import { Table, Tag } from '~/components'
import { formatDate, t } from '~/i18n'
import { pagesOf } from '../round/response'
import { type Assignment, isLate, sectionName } from './assignment'
import { AssignmentActions } from './AssignmentActions'
import './handover.css'

export interface HandedOutProps {
  responseId: string
  sections: readonly components['schemas']['SectionProgress'][]
  /** Whether the reader may take sections back and accept them. */
  mayEdit: boolean
  onChanged: () => void
}

/** Which sections are out, and with whom. */
export function HandedOut({ responseId, sections, mayEdit, onChanged }: HandedOutProps) {
  const out = sections.flatMap(({ assignment }) => (assignment ? [assignment] : []))
  if (out.length === 0) return null
  return (
    <section class="section handed" aria-labelledby="handed-title">
      <h2 class="ds-heading" data-size="sm" id="handed-title">
        {t('handover.out.title')}
      </h2>
      <Table
        caption={t('handover.out.title')}
        hideCaption
        rows={out}
        rowKey={({ id }) => id}
        columns={[
          { key: 'section', head: t('handover.out.section'), rowHead: true, cell: (one) => <Link to={pagesOf(responseId).goal(one.goal)}>{sectionName(one)}</Link> },
          { key: 'with', head: t('handover.out.with'), cell: (one) => <WithWhom assignment={one} /> },
          { key: 'deadline', head: t('handover.out.deadline'), cell: (one) => `${formatDate(one.deadline)}${isLate(one) ? `. ${t('handover.late')}` : ''}` },
          { key: 'state', head: t('handover.out.state'), cell: ({ state }) => <StateOf state={state} /> },
          ...(mayEdit ? [{ key: 'actions', head: t('handover.out.actions'), cell: (one: Assignment) => <AssignmentActions assignment={one} onChanged={onChanged} /> }] : []),
        ]}
      />
    </section>
  )
}

function WithWhom({ assignment: { name, byLink } }: { assignment: Assignment }) {
  return (
    <>
      {name} {byLink && <span class="meta">{t('handover.byLink')}</span>}
    </>
  )
}

function StateOf({ state }: Pick<Assignment, 'state'>) {
  return <Tag tone={state === 'answered' ? 'warning' : state === 'started' ? 'info' : 'neutral'}>{t(`handover.state.${state}`)}</Tag>
}
