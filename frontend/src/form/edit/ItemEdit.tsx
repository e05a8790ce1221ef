import { NumberField, Select, TextField } from '~/components'
import { goalName, useGoals } from '~/hooks'
import { t } from '~/i18n'
import { answeredKinds, type Item, type Kind } from '../form'
import { Choices } from './Choices'
import { itemTitle, useEditing, useItem } from './editing'
import { Logic } from './Logic'
import { LocalText } from './LocalText'
import { freeName, nameOf, namesIn, renamed } from './names'
import { PartsEdit } from './PartsEdit'
import { groupsFor, movedInto, type Path } from './tree'

export interface ItemEditProps {
  path: Path
  item: Item
  /** The item stands elsewhere now. */
  onMoved: (path: Path) => void
}

const listed: readonly Kind[] = ['choice', 'choices', 'ranking']
const numbers: readonly Kind[] = ['whole', 'decimal', 'percent', 'money', 'year', 'scale']

/** The fields of one item: its texts, what kind of answer, what belongs to the kind, and its logic. */
export function ItemEdit({ path, item, onMoved }: ItemEditProps) {
  const { form, change, writing } = useEditing()
  const { id, error, set } = useItem(path, item)
  const answered = (answeredKinds as readonly Kind[]).includes(item.kind)
  const holds = item.kind === 'group' || item.kind === 'repeat'
  const groups = groupsFor(form.items, path)
  const parent = path.length > 1 ? (groups.find((one) => one.items?.includes(item))?.name ?? '') : ''

  // A new question is called after its text; one that has a name keeps it.
  const settleName = () => {
    const name = nameOf(item.label?.[form.languages[0] ?? ''] ?? '')
    if (/^q(_\d+)?$/.test(item.name) && name) change(renamed(form, item.name, freeName(name, namesIn(form))))
  }
  const changeKind = (kind: Kind) => {
    const list = listed.includes(kind) ? (item.list ?? freeName(item.name, new Set(Object.keys(form.lists ?? {})))) : undefined
    const next: Partial<Item> = { kind, list, ...(kind === 'parts' && !item.parts ? { parts: [] } : {}), ...(kind === 'scale' ? { min: item.min ?? 1, max: item.max ?? 5 } : {}) }
    if (!numbers.includes(kind)) Object.assign(next, { min: undefined, max: undefined, step: undefined })
    if (kind !== 'scale') Object.assign(next, { step: undefined })
    if (!list) Object.assign(next, { filter: undefined, other: undefined })
    if (kind !== 'parts') Object.assign(next, { parts: undefined })
    if (kind !== 'money') Object.assign(next, { currency: undefined })
    set(next)
  }

  return (
    <div class="form-edit">
      <LocalText id={id('label')} label={t(holds ? 'questionnaires.edit.labelGroup' : item.kind === 'note' ? 'questionnaires.edit.labelNote' : 'questionnaires.edit.label')} text={item.label} long={!holds} error={error('label')} onChange={(label) => set({ label })} onBlur={settleName} />
      <LocalText id={id('hint')} label={t('questionnaires.edit.hint')} text={item.hint} optional error={error('hint')} onChange={(hint) => set({ hint })} />
      {answered && (
        <Select<Kind> id={id('kind')} label={t('questionnaires.edit.kind')} options={answeredKinds.map((kind) => ({ value: kind, label: t(`questionnaires.kind.${kind}`) }))} value={item.kind} error={error('kind')} onChange={changeKind} />
      )}
      {listed.includes(item.kind) && <Choices path={path} item={item} />}
      {item.kind === 'parts' && <PartsEdit path={path} item={item} />}
      {numbers.includes(item.kind) && <Bounds path={path} item={item} />}
      {(groups.length > 0 || parent) && (
        <Select
          id={id('within')}
          label={t('questionnaires.edit.within')}
          empty={t('questionnaires.edit.outermost')}
          options={groups.map((group) => ({ value: group.name, label: itemTitle(form, group, writing) }))}
          value={parent}
          onChange={(group: string) => {
            const next = movedInto(form.items, path, group)
            change({ ...form, items: next.items })
            onMoved(next.path)
          }}
        />
      )}
      {path.length === 1 && <Goal path={path} item={item} />}
      {(answered || item.kind === 'calculated') && <Indicator path={path} item={item} />}
      <Logic path={path} item={item} />
    </div>
  )
}

function Goal({ path, item }: { path: Path; item: Item }) {
  const { id, error, set } = useItem(path, item)
  const goals = useGoals()
  return (
    <Select
      id={id('goal')}
      label={t('questionnaires.edit.goal')}
      empty={t('questionnaires.edit.goalNone')}
      options={Array.from({ length: 17 }, (_, i) => ({ value: String(i + 1), label: `${i + 1} ${goalName(goals.data, i + 1)}` }))}
      value={item.goal ? String(item.goal) : ''}
      error={error('goal')}
      onChange={(goal: string) => set({ goal: Number(goal) })}
    />
  )
}

function Indicator({ path, item }: { path: Path; item: Item }) {
  const { indicators } = useEditing()
  const { id, error, set } = useItem(path, item)
  const fitting = item.goal ? indicators.filter(({ goal }) => goal === item.goal) : indicators
  if (indicators.length === 0) return null
  return (
    <Select
      id={id('indicator')}
      label={t('questionnaires.edit.indicator')}
      help={t('questionnaires.edit.indicatorHelp')}
      empty={t('questionnaires.edit.indicatorNone')}
      options={fitting.map(({ code, name }) => ({ value: code, label: name }))}
      value={item.indicator ?? ''}
      error={error('indicator')}
      onChange={(indicator: string) => set({ indicator })}
    />
  )
}

/** What a number may be, and what it is counted in. */
function Bounds({ path, item }: { path: Path; item: Item }) {
  const { id, error, set } = useItem(path, item)
  const number = (part: 'min' | 'max' | 'step', label: string) => (
    <NumberField id={id(part)} label={label} optional={item.kind !== 'scale'} error={error(part)} value={item[part] ?? null} onChange={(value) => set({ [part]: value === null || Number.isNaN(value) ? undefined : value })} />
  )
  return (
    <>
      <div class="form-line">
        {number('min', t('questionnaires.edit.min'))}
        {number('max', t('questionnaires.edit.max'))}
        {item.kind === 'scale' && number('step', t('questionnaires.edit.step'))}
      </div>
      {item.kind === 'money' ? (
        <TextField id={id('currency')} label={t('questionnaires.edit.currency')} help={t('questionnaires.edit.currencyHelp')} characters={5} maxLength={3} optional error={error('currency')} value={item.currency ?? ''} onChange={(currency) => set({ currency: currency.toUpperCase() })} />
      ) : (
        item.kind !== 'year' && item.kind !== 'percent' && <LocalText id={id('unit')} label={t('questionnaires.edit.unit')} optional text={item.unit} onChange={(unit) => set({ unit })} />
      )}
    </>
  )
}
