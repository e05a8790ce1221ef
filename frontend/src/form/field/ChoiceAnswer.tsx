import { Button, CheckboxGroup, RadioGroup, Select } from '~/components'
import { language, t } from '~/i18n'
import type { Choice, Item, Value } from '../form'
import { otherChoice } from '../logic/other'
import { frameOf } from './frame'
import { InLanguage } from './InLanguage'
import type { ItemProps } from './ItemField'
import { choiceLabel, type Place, standingOf } from './place'
import { asText } from './TextAnswer'

/** More choices than these stand in a list that is opened. */
const mostShown = 8

export const asList = (value: Value | undefined): readonly string[] => (Array.isArray(value) ? (value as readonly string[]) : [])

/** The choices to show: those the filter leaves, and what was chosen before and is not among them, so that it is seen. */
function shownChoices(place: Place, item: Item, chosen: readonly string[]): readonly Choice[] {
  const left = standingOf(place, item)?.choices ?? []
  const other = item.other ? [{ name: otherChoice, label: { [language()]: t('form.other') } }] : []
  const gone = chosen.filter((name) => name !== otherChoice && !left.some((one) => one.name === name))
  const known = place.form.lists?.[item.list ?? ''] ?? []
  return [...left, ...gone.map((name) => known.find((one) => one.name === name) ?? { name, label: {} }), ...other]
}

function optionsOf(place: Place, choices: readonly Choice[]) {
  return choices.map((choice) => ({ value: choice.name, label: Object.keys(choice.label).length > 0 ? <InLanguage form={place.form} text={choice.label} wanted={place.language} /> : choice.name }))
}

function Clear({ place, item }: ItemProps) {
  return (
    <p class="form-clear">
      <Button
        small
        variant="tertiary"
        onClick={() => {
          place.change(item.name, null)
          place.leave()
        }}
      >
        {t('form.clear')}
      </Button>
    </p>
  )
}

/** One of the choices of a list. */
export function OneChoice({ place, item }: ItemProps) {
  const chosen = asText(place.answers[item.name])
  const choices = shownChoices(place, item, chosen ? [chosen] : [])
  const choose = (name: string) => {
    place.change(item.name, name || null)
    place.leave()
  }
  if (choices.length > mostShown) {
    return <Select {...frameOf(place, item)} empty={t('form.choose')} options={choices.map((choice) => ({ value: choice.name, label: choiceLabel(place, choice) }))} value={chosen} onChange={choose} />
  }
  return (
    <>
      <RadioGroup {...frameOf(place, item)} options={optionsOf(place, choices)} value={chosen || null} onChange={choose} />
      {chosen && <Clear place={place} item={item} />}
    </>
  )
}

/** Any of the choices of a list, kept in its order. */
export function SeveralChoices({ place, item }: ItemProps) {
  const chosen = asList(place.answers[item.name])
  const choices = shownChoices(place, item, chosen)
  return (
    <CheckboxGroup
      {...frameOf(place, item)}
      options={optionsOf(place, choices)}
      value={chosen}
      onChange={(names) => {
        const inOrder = choices.map(({ name }) => name).filter((name) => names.includes(name))
        place.change(item.name, inOrder.length > 0 ? inOrder : null)
        place.leave()
      }}
    />
  )
}

export function YesNo({ place, item }: ItemProps) {
  const value = place.answers[item.name]
  return (
    <>
      <RadioGroup
        {...frameOf(place, item)}
        options={[
          { value: 'yes', label: t('common.yes') },
          { value: 'no', label: t('common.no') },
        ]}
        value={typeof value === 'boolean' ? (value ? 'yes' : 'no') : null}
        onChange={(one) => {
          place.change(item.name, one === 'yes')
          place.leave()
        }}
      />
      {typeof value === 'boolean' && <Clear place={place} item={item} />}
    </>
  )
}
