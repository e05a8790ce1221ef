import { useState } from 'preact/hooks'
import { Button, Details, TextField } from '~/components'
import { t } from '~/i18n'
import type { Choice } from '../form'
import { textIn } from '../text'
import { useEditing } from './editing'
import { canBeCalled } from './names'

export interface AttributesProps {
  /** Makes ids of the list's own. */
  id: (part: string) => string
  choices: readonly Choice[]
  onChange: (choices: readonly Choice[]) => void
}

/** What filters can look at, beside the name of a choice: each attribute with its value for every choice. */
export function Attributes({ id, choices, onChange }: AttributesProps) {
  const { form, writing } = useEditing()
  const [added, setAdded] = useState<readonly string[]>([])
  const [name, setName] = useState('')
  const [refused, setRefused] = useState(false)
  const names = [...new Set([...choices.flatMap(({ attributes = {} }) => Object.keys(attributes)), ...added])]

  const put = (choice: Choice, attribute: string, value: string) => onChange(choices.map((one) => (one === choice ? withAttribute(one, attribute, value) : one)))
  const add = () => {
    const wanted = name.trim()
    const fits = canBeCalled(wanted) && wanted !== 'name' && !names.includes(wanted)
    setRefused(!fits)
    if (!fits) return
    setAdded([...added, wanted])
    setName('')
  }
  const remove = (attribute: string) => {
    setAdded(added.filter((one) => one !== attribute))
    onChange(choices.map((choice) => withAttribute(choice, attribute, '')))
  }

  return (
    <Details summary={t('questionnaires.edit.attributes')}>
      <p class="field__help">{t('questionnaires.edit.attributesHelp')}</p>
      {names.map((attribute) => (
        <fieldset key={attribute} class="ds-fieldset field">
          <legend class="ds-label" data-weight="medium">
            {attribute}
          </legend>
          <div class="form-line">
            {choices.map((choice, i) => (
              <TextField key={i} id={id(`choice-${i}-${attribute}`)} label={textIn(form, choice.label, writing).text || choice.name} maxLength={200} autocomplete="off" value={choice.attributes?.[attribute] ?? ''} onChange={(value) => put(choice, attribute, value)} />
            ))}
          </div>
          <Button small variant="tertiary" onClick={() => remove(attribute)}>
            {t('questionnaires.edit.attributeRemove', { name: attribute })}
          </Button>
        </fieldset>
      ))}
      <TextField id={id('attribute')} label={t('questionnaires.edit.attributeName')} help={t('questionnaires.edit.attributeNameHelp')} maxLength={64} autocomplete="off" error={refused ? t('questionnaires.edit.attributeTaken') : undefined} value={name} onChange={setName} />
      <p>
        <Button small variant="secondary" onClick={add}>
          {t('questionnaires.edit.attributeAdd')}
        </Button>
      </p>
    </Details>
  )
}

/** The choice with an attribute, or without it where its value is empty. */
function withAttribute({ attributes: before, ...choice }: Choice, attribute: string, value: string): Choice {
  const attributes = Object.fromEntries(Object.entries({ ...before, [attribute]: value }).filter(([, said]) => said !== ''))
  return Object.keys(attributes).length > 0 ? { ...choice, attributes } : choice
}
