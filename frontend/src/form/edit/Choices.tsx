import { Button, Checkbox, Select } from '~/components'
import { formatList, t } from '~/i18n'
import type { Choice, Item } from '../form'
import { Attributes } from './Attributes'
import { itemTitle, useEditing, useItem } from './editing'
import { LocalText } from './LocalText'
import { freeName, nameOf } from './names'
import { allItems, type Path } from './tree'

/** The answers to choose between: a list of its own, or one that other questions use too. */
export function Choices({ path, item }: { path: Path; item: Item }) {
  const { form, change, writing } = useEditing()
  const { id, error, set } = useItem(path, item)
  const list = item.list ?? ''
  const choices = form.lists?.[list] ?? []
  const users = (name: string) => allItems(form.items).map((one) => one.item).filter((one) => one.list === name && one.name !== item.name)
  const others = users(list)
  const put = (next: readonly Choice[]) => change({ ...form, lists: { ...form.lists, [list]: next } })
  const add = () => put([...choices, { name: freeName('', new Set(choices.map(({ name }) => name))), label: {} }])
  const lists = Object.keys(form.lists ?? {}).filter((name) => name !== list && users(name).length > 0)

  const takeOwn = () => {
    const own = freeName(item.name, new Set(Object.keys(form.lists ?? {})))
    change({ ...form, items: withList(form.items, path, own), lists: { ...form.lists, [own]: choices } })
  }

  return (
    <fieldset class="ds-fieldset field" id={id('list')} tabIndex={-1}>
      <legend class="ds-label" data-weight="medium">
        {t('questionnaires.edit.choices')}
      </legend>
      {error('list') && (
        <p class="ds-validation-message" data-color="danger" id={id('list-error')}>
          {error('list')}
        </p>
      )}
      {(lists.length > 0 || others.length > 0) && (
        <Select
          id={id('list-of')}
          label={t('questionnaires.edit.list')}
          options={[...(others.length > 0 ? [{ value: list, label: t('questionnaires.edit.listOf', { name: itemTitle(form, others[0] as Item, writing) }) }] : []), { value: others.length > 0 ? '' : list, label: t('questionnaires.edit.listOwn') }, ...lists.map((name) => ({ value: name, label: t('questionnaires.edit.listOf', { name: itemTitle(form, users(name)[0] as Item, writing) }) }))]}
          value={list}
          onChange={(name: string) => (name === '' ? takeOwn() : set({ list: name }))}
        />
      )}
      {others.length > 0 && <p class="field__help">{t('questionnaires.edit.listShared', { names: formatList(others.map((one) => itemTitle(form, one, writing))) })}</p>}
      {choices.map((choice, i) => (
        <div key={i} class="form-line">
          <LocalText
            id={id(`choice-${i}`)}
            label={t('questionnaires.edit.choice', { number: i + 1 })}
            text={choice.label}
            onChange={(label = {}) => put(choices.map((one) => (one === choice ? { ...one, label } : one)))}
            onBlur={() => {
              const name = nameOf(Object.values(choice.label)[0] ?? '')
              // Named after its text while it is new; later the name stays, as answers and conditions hold it.
              if (/^q(_\d+)?$/.test(choice.name) && name) put(choices.map((one) => (one === choice ? { ...one, name: freeName(name, new Set(choices.map((other) => other.name))) } : one)))
            }}
          />
          <Button small variant="tertiary" disabled={i === 0} aria-label={t('questionnaires.edit.choiceUp', { number: i + 1 })} onClick={() => put([...choices.slice(0, i - 1), choice, ...choices.slice(i - 1, i), ...choices.slice(i + 1)])}>
            {t('questionnaires.edit.up')}
          </Button>
          <Button small variant="tertiary" aria-label={t('questionnaires.edit.choiceRemove', { number: i + 1 })} onClick={() => put(choices.filter((one) => one !== choice))}>
            {t('questionnaires.edit.remove')}
          </Button>
        </div>
      ))}
      <p>
        <Button small variant="secondary" onClick={add}>
          {t('questionnaires.edit.choiceAdd')}
        </Button>
      </p>
      <Attributes key={list} id={id} choices={choices} onChange={put} />
      {item.kind !== 'ranking' && <Checkbox id={id('other')} label={t('questionnaires.edit.other')} checked={item.other ?? false} onChange={(other) => set({ other })} />}
    </fieldset>
  )
}

function withList(items: readonly Item[], [first, ...rest]: Path, list: string): readonly Item[] {
  return items.map((one, i) => (i !== first ? one : rest.length === 0 ? { ...one, list } : { ...one, items: withList(one.items ?? [], rest, list) }))
}
