import { Details, RadioGroup, Textarea } from '~/components'
import { t } from '~/i18n'
import type { AnswerState, Draft } from './draft'
import { useLatch } from './useLatch'

export interface NoValueProps {
  id: string
  draft: Draft
  error: (field: string) => string | undefined
  onChange: (some: Partial<Draft>) => void
  onLeave: () => void
}

const states: readonly AnswerState[] = ['value', 'no_data', 'not_applicable', 'declined']

/** The answers that are no figure: each of its own, with a reason, never zero and never empty. */
export function NoValue({ id, draft, error, onChange, onLeave }: NoValueProps) {
  return (
    <Details summary={t('municipality.noValue.summary')} open={useLatch(draft.state !== 'value')}>
      <RadioGroup
        id={`${id}-state`}
        label={t('municipality.noValue.label')}
        options={states.map((value) => ({ value, label: t(`municipality.answerState.${value}`), help: t(`municipality.answerStateHelp.${value}`) }))}
        value={draft.state}
        onChange={(state) => {
          onChange({ state })
          onLeave()
        }}
      />
      {draft.state !== 'value' && (
        <Textarea id={`${id}-reason`} rows={2} label={t('municipality.noValue.reason')} maxLength={4000} error={error('reason')} value={draft.reason} onChange={(reason) => onChange({ reason })} onBlur={onLeave} />
      )}
    </Details>
  )
}
