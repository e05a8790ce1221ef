import { Button, NumberField, Select, TextField } from '~/components'
import { t } from '~/i18n'
import type { Item } from '../form'
import { type Clause, needsValue, type Test, testsFor } from './condition'
import { itemTitle, useEditing } from './editing'

export interface ClauseLineProps {
  id: string
  number: number
  clause: Clause
  questions: readonly Item[]
  onChange: (clause: Clause) => void
  onRemove: (() => void) | undefined
}

const typed: Partial<Record<Item['kind'], 'date' | 'time' | 'text'>> = { date: 'date', time: 'time', text: 'text', long_text: 'text', attachment: 'text' }

/** One line of a condition: question, comparison, answer. */
export function ClauseLine({ id, number, clause, questions, onChange, onRemove }: ClauseLineProps) {
  const { form, writing } = useEditing()
  const question = questions.find(({ name }) => name === clause.name)
  const tests = question ? testsFor(question.kind) : []
  return (
    <div class="form-clause" role="group" aria-label={t('questionnaires.condition.line', { number })}>
      <Select
        id={`${id}-name`}
        label={t('questionnaires.condition.question')}
        empty={t('questionnaires.condition.choose')}
        options={questions.map((item) => ({ value: item.name, label: itemTitle(form, item, writing) }))}
        value={clause.name}
        onChange={(name) => onChange({ name, test: testsFor(questions.find((one) => one.name === name)?.kind ?? 'text')[0] ?? 'is', value: '' })}
      />
      {question && (
        <Select<Test> id={`${id}-test`} label={t('questionnaires.condition.test')} options={tests.map((test) => ({ value: test, label: t(`questionnaires.condition.${test}`) }))} value={clause.test} onChange={(test) => onChange({ ...clause, test })} />
      )}
      {question && needsValue(clause.test) && <Value id={`${id}-value`} question={question} value={clause.value} onChange={(value) => onChange({ ...clause, value })} />}
      {onRemove && (
        <Button small variant="tertiary" aria-label={t('questionnaires.condition.remove', { number })} onClick={onRemove}>
          {t('questionnaires.edit.remove')}
        </Button>
      )}
    </div>
  )
}

function Value({ id, question, value, onChange }: { id: string; question: Item; value: string; onChange: (value: string) => void }) {
  const { form, writing } = useEditing()
  const field = { id, label: t('questionnaires.condition.value'), value, onChange }
  if (question.kind === 'yes_no') {
    return <Select {...field} empty={t('form.choose')} options={[{ value: 'true', label: t('common.yes') }, { value: 'false', label: t('common.no') }]} />
  }
  if (question.list !== undefined) {
    const choices = form.lists?.[question.list] ?? []
    return <Select {...field} empty={t('form.choose')} options={choices.map((choice) => ({ value: choice.name, label: choice.label[writing] || Object.values(choice.label)[0] || choice.name }))} />
  }
  const type = typed[question.kind]
  if (type) return <TextField {...field} type={type} />
  return <NumberField {...field} value={value === '' ? null : Number(value)} onChange={(number) => onChange(number === null || Number.isNaN(number) ? '' : String(number))} />
}
