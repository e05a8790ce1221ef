import { useState } from 'preact/hooks'
import { Checkbox, Details, RadioGroup, Textarea, TextField } from '~/components'
import { t } from '~/i18n'
import { answeredKinds, type Item, type Kind } from '../form'
import { ConditionField } from './ConditionField'
import { questionsFor, useEditing, useItem } from './editing'
import { LocalText } from './LocalText'
import { canBeCalled, namesIn, renamed } from './names'
import type { Path } from './tree'

interface LogicProps {
  path: Path
  item: Item
}

/** When an item is shown, must be answered and may be what it is; and what is worked out. */
export function Logic({ path, item }: LogicProps) {
  const { form } = useEditing()
  const { id, error, set } = useItem(path, item)
  const questions = questionsFor(form, path)
  const answered = (answeredKinds as readonly Kind[]).includes(item.kind)
  const [shownIf, setShownIf] = useState(Boolean(item.visible))
  return (
    <>
      {item.kind === 'calculated' && <Expression id={id('calculate')} label={t('questionnaires.edit.calculate')} help={t('questionnaires.edit.calculateHelp')} value={item.calculate} error={error('calculate')} onChange={(calculate) => set({ calculate })} />}
      {(answered || item.kind === 'repeat') && <Required path={path} item={item} />}
      <Checkbox
        id={id('shown-if')}
        label={t('questionnaires.edit.shownIf')}
        checked={shownIf || Boolean(item.visible)}
        onChange={(on) => {
          setShownIf(on)
          if (!on) set({ visible: '' })
        }}
      />
      {(shownIf || item.visible || error('visible')) && <ConditionField id={id('visible')} label={t('questionnaires.edit.visible')} value={item.visible ?? ''} questions={questions} error={error('visible')} onChange={(visible) => set({ visible })} />}
      <Details summary={t('questionnaires.edit.more')} open={['name', 'constraint', 'default', 'filter', 'count'].some((part) => error(part))}>
        <ItemName path={path} item={item} />
        {answered && (
          <>
            <Expression id={id('constraint')} label={t('questionnaires.edit.constraint')} help={t('questionnaires.edit.constraintHelp')} value={item.constraint} error={error('constraint')} onChange={(constraint) => set({ constraint })} />
            {item.constraint && <LocalText id={id('message')} label={t('questionnaires.edit.message')} text={item.message} error={error('message')} onChange={(message) => set({ message })} />}
            <Expression id={id('default')} label={t('questionnaires.edit.default')} help={t('questionnaires.edit.defaultHelp')} value={item.default} error={error('default')} onChange={(text) => set({ default: text })} />
            <Checkbox id={id('readOnly')} label={t('questionnaires.edit.readOnly')} checked={item.readOnly ?? false} onChange={(readOnly) => set({ readOnly })} />
          </>
        )}
        {item.list !== undefined && <Expression id={id('filter')} label={t('questionnaires.edit.filter')} help={t('questionnaires.edit.filterHelp')} value={item.filter} error={error('filter')} onChange={(filter) => set({ filter })} />}
        {item.kind === 'repeat' && <Expression id={id('count')} label={t('questionnaires.edit.count')} help={t('questionnaires.edit.countHelp')} value={item.count} error={error('count')} onChange={(count) => set({ count })} />}
      </Details>
    </>
  )
}

interface ExpressionProps {
  id: string
  label: string
  help: string
  value: string | undefined
  error: string | undefined
  onChange: (text: string) => void
}

function Expression({ value = '', ...field }: ExpressionProps) {
  return <Textarea {...field} rows={2} spellcheck={false} autocomplete="off" optional class="form-expression" value={value} />
}

function Required({ path, item }: LogicProps) {
  const { form } = useEditing()
  const { id, error, set } = useItem(path, item)
  const [conditional, setConditional] = useState(false)
  const how = !conditional && !item.required ? 'never' : !conditional && item.required === 'true' ? 'always' : 'if'
  return (
    <>
      <RadioGroup
        id={id('must')}
        label={t('questionnaires.edit.required')}
        options={[
          { value: 'never', label: t('questionnaires.edit.requiredNever') },
          { value: 'always', label: t('questionnaires.edit.requiredAlways') },
          { value: 'if', label: t('questionnaires.edit.requiredIf') },
        ]}
        value={how}
        onChange={(next) => {
          setConditional(next === 'if')
          set({ required: next === 'always' ? 'true' : '' })
        }}
      />
      {(how === 'if' || error('required')) && <ConditionField id={id('required')} label={t('questionnaires.edit.requiredCondition')} value={item.required ?? ''} questions={questionsFor(form, path)} error={error('required')} onChange={(required) => set({ required })} />}
      {item.required && <LocalText id={id('requiredMessage')} label={t('questionnaires.edit.requiredMessage')} optional text={item.requiredMessage} onChange={(requiredMessage) => set({ requiredMessage })} />}
    </>
  )
}

/** What an item is called in expressions; changed when the field is left, in all of them. */
function ItemName({ path, item }: LogicProps) {
  const { form, change } = useEditing()
  const { id, error } = useItem(path, item)
  const [typed, setTyped] = useState(item.name)
  const [kept, setKept] = useState(item.name)
  if (kept !== item.name) {
    setKept(item.name)
    setTyped(item.name)
  }
  const name = typed.trim()
  const fits = name === item.name || (canBeCalled(name) && !namesIn(form).has(name))
  return (
    <TextField
      id={id('name')}
      label={t('questionnaires.edit.itemName')}
      help={t('questionnaires.edit.itemNameHelp')}
      autocomplete="off"
      spellcheck={false}
      error={fits ? error('name') : t('questionnaires.edit.nameTaken')}
      value={typed}
      onChange={setTyped}
      onBlur={() => {
        if (fits && name !== item.name) change(renamed(form, item.name, name))
      }}
    />
  )
}
