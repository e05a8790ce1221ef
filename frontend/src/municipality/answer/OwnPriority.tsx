import { Details, Textarea } from '~/components'
import { t } from '~/i18n'
import type { Draft } from './draft'
import { useLatch } from './useLatch'

export interface OwnPriorityProps {
  id: string
  draft: Draft
  error: (field: string) => string | undefined
  onChange: (some: Partial<Draft>) => void
  onLeave: () => void
}

/** Why the municipality gives the matter priority, whatever its score: with a reason it counts toward a common need. */
export function OwnPriority({ id, draft, error, onChange, onLeave }: OwnPriorityProps) {
  return (
    <Details open={useLatch(error('priorityReason') !== undefined)} summary={draft.priorityReason.trim() ? t('municipality.priority.given') : t('municipality.priority.summary')}>
      <Textarea
        id={`${id}-priorityReason`}
        rows={2}
        label={t('municipality.priority.label')}
        help={t('municipality.priority.help')}
        optional
        maxLength={4000}
        error={error('priorityReason')}
        value={draft.priorityReason}
        onChange={(priorityReason) => onChange({ priorityReason })}
        onBlur={onLeave}
      />
    </Details>
  )
}
