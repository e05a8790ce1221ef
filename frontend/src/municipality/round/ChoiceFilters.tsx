import { setQuery } from '~/app/location'
import { Select } from '~/components'
import { type PlainKey, t } from '~/i18n'
import type { Choices, Filter } from './chosen'

/** The filters; what is chosen stands in the address. */
export function ChoiceFilters({ choices, filter }: { choices: Choices; filter: Filter }) {
  const select = (name: keyof Filter, label: PlainKey, options: readonly { value: string; label: string }[]) => (
    <Select id={`filter-${name}`} label={t(label)} empty={t('rounds.choose.any')} options={options} value={filter[name]} onChange={(value) => setQuery({ [name]: value })} />
  )
  const goals = choices.goals.map(({ goal, name }) => ({ value: `${goal}`, label: `${goal} ${name}` }))
  const kinds = (['core', 'additional'] as const).map((value) => ({ value, label: t(`rounds.kind.${value}`) }))
  const lines = (['social', 'environmental', 'economic'] as const).map((value) => ({ value, label: t(`rounds.line.${value}`) }))
  const qualities = (['register', 'estimate', 'own'] as const).map((value) => ({ value, label: t(`rounds.quality.${value}`) }))
  const data = (['yes', 'no'] as const).map((value) => ({ value, label: t(`rounds.data.${value}`) }))
  const statuses = (['chosen', 'left'] as const).map((value) => ({ value, label: t(`rounds.status.${value}`) }))
  return (
    <form class="choices__filters no-print" onSubmit={(event) => event.preventDefault()}>
      {select('goal', 'rounds.choose.goal', goals)}
      {select('line', 'rounds.choose.line', lines)}
      {select('kind', 'rounds.choose.kind', kinds)}
      {select('quality', 'rounds.choose.quality', qualities)}
      {select('data', 'rounds.choose.data', data)}
      {select('status', 'rounds.choose.status', statuses)}
    </form>
  )
}
