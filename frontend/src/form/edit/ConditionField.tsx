import { useEffect, useRef, useState } from 'preact/hooks'
import { Alert, Button, Details, Select, Textarea } from '~/components'
import { t } from '~/i18n'
import type { Item } from '../form'
import { ClauseLine } from './ClauseLine'
import { type Clause, type Condition, readCondition, writeCondition } from './condition'

export interface ConditionFieldProps {
  id: string
  label: string
  value: string
  onChange: (text: string) => void
  /** What it may look at. */
  questions: readonly Item[]
  error: string | undefined
}

const blank: Clause = { name: '', test: 'is', value: '' }

/** When something holds: lines in plain words for the common cases, the expression itself for all others. */
export function ConditionField({ id, label, value, onChange, questions, error }: ConditionFieldProps) {
  const known = (text: string): Condition | undefined => {
    const read = readCondition(text)
    return read?.clauses.every(({ name }) => questions.some((one) => one.name === name)) ? read : undefined
  }
  const [condition, setCondition] = useState(() => known(value))
  const handed = useRef(value)
  useEffect(() => {
    // Written otherwise: as an expression, or by the server when it was saved.
    if (value === handed.current) return
    handed.current = value
    setCondition(known(value))
  }, [value])

  const put = (next: Condition) => {
    setCondition(next)
    handed.current = writeCondition(next, (name) => questions.find((one) => one.name === name)?.kind)
    onChange(handed.current)
  }
  const clauses = condition ? (condition.clauses.length > 0 ? condition.clauses : [blank]) : []

  const raw = (
    <Textarea id={id} rows={2} spellcheck={false} class="form-expression" label={t('questionnaires.condition.raw')} help={t('questionnaires.condition.rawHelp')} optional error={error} value={value} onChange={onChange} />
  )
  return (
    <fieldset class="ds-fieldset field form-condition">
      <legend class="ds-label" data-weight="medium">
        {label}
      </legend>
      {condition ? (
        <>
          {clauses.map((clause, i) => (
            <ClauseLine
              key={i}
              id={`${id}-${i}`}
              number={i + 1}
              clause={clause}
              questions={questions}
              onChange={(next) => put({ ...condition, clauses: clauses.map((one, other) => (other === i ? next : one)) })}
              onRemove={clauses.length > 1 || clause.name ? () => put({ ...condition, clauses: clauses.filter((_, other) => other !== i) }) : undefined}
            />
          ))}
          {clauses.length > 1 && (
            <Select
              id={`${id}-join`}
              label={t('questionnaires.condition.join')}
              options={[
                { value: 'all', label: t('questionnaires.condition.all') },
                { value: 'any', label: t('questionnaires.condition.any') },
              ]}
              value={condition.all ? 'all' : 'any'}
              onChange={(join) => put({ ...condition, all: join === 'all' })}
            />
          )}
          <p>
            <Button small variant="tertiary" onClick={() => setCondition({ ...condition, clauses: [...clauses, blank] })}>
              {t('questionnaires.condition.add')}
            </Button>
          </p>
          <Details open={error !== undefined} summary={t('questionnaires.condition.raw')}>
            {raw}
          </Details>
        </>
      ) : (
        <>
          <Alert>
            <p>{t('questionnaires.condition.rawOnly')}</p>
          </Alert>
          {raw}
        </>
      )}
    </fieldset>
  )
}
