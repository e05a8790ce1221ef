import { NumberField, RadioGroup } from '~/components'
import { formatValue, t } from '~/i18n'
import type { Answer, Choice, Draft, Question } from './draft'

export interface ValueInputProps {
  id: string
  question: Question
  draft: Draft
  answer: Answer | undefined
  /** The message for a field by the end of its id: "value", "part-x". */
  error: (field: string) => string | undefined
  onChange: (some: Partial<Draft>) => void
  onLeave: () => void
}

/** The field or fields for the value itself, after the question's type. */
export function ValueInput({ id, question, draft, answer, error, onChange, onLeave }: ValueInputProps) {
  if (question.type === 'yes_partly_no') {
    return (
      <RadioGroup<Exclude<Choice, ''>>
        id={`${id}-choice`}
        label={question.question}
        options={[
          { value: 'yes', label: t('common.yes') },
          { value: 'partly', label: t('common.partly') },
          { value: 'no', label: t('common.no') },
        ]}
        error={error('choice')}
        value={draft.choice === '' ? null : draft.choice}
        onChange={(choice) => {
          onChange({ choice })
          onLeave()
        }}
      />
    )
  }
  if (question.type === 'parts') return <Parts id={id} question={question} draft={draft} answer={answer} error={error} onChange={onChange} onLeave={onLeave} />
  return (
    <NumberField id={`${id}-value`} label={question.question} unit={question.unit || undefined} error={error('value')} value={draft.value} onChange={(value) => onChange({ value })} onBlur={onLeave} />
  )
}

function Parts({ id, question, draft, answer, error, onChange, onLeave }: ValueInputProps) {
  const set = (key: string, value: number | null) => onChange({ parts: { ...draft.parts, [key]: value } })
  return (
    <fieldset class="ds-fieldset field parts" id={`${id}-parts`} tabIndex={-1}>
      <legend class="ds-label" data-weight="medium">
        {question.question}
      </legend>
      {question.parts.map(({ key, type, label }) =>
        type === 'yes_no' ? (
          <RadioGroup
            key={key}
            id={`${id}-part-${key}`}
            label={label}
            options={[
              { value: 'yes', label: t('common.yes') },
              { value: 'no', label: t('common.no') },
            ]}
            error={error(`part-${key}`)}
            value={draft.parts[key] === 1 ? 'yes' : draft.parts[key] === 0 ? 'no' : null}
            onChange={(value) => {
              set(key, value === 'yes' ? 1 : 0)
              onLeave()
            }}
          />
        ) : (
          <NumberField key={key} id={`${id}-part-${key}`} label={label} error={error(`part-${key}`)} value={draft.parts[key] ?? null} onChange={(value) => set(key, value)} onBlur={onLeave} />
        ),
      )}
      {answer?.state === 'value' && answer.value !== undefined && (
        <p class="parts__sum figures">{t('municipality.parts.computed', { value: formatValue(answer.value, question) })}</p>
      )}
    </fieldset>
  )
}
