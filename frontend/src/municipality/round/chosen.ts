import type { components } from '~/api'

export type Choices = components['schemas']['ResponseChoices']
export type Item = Choices['items'][number]

/** The filters of the page where indicators are chosen; each stands in the address under its name. */
export interface Filter {
  goal: string
  line: string
  kind: string
  quality: string
  data: string
  status: string
}

export const filterNames = ['goal', 'line', 'kind', 'quality', 'data', 'status'] as const

export function readFilter(query: URLSearchParams): Filter {
  const [goal, line, kind, quality, data, status] = filterNames.map((name) => query.get(name) ?? '') as [string, string, string, string, string, string]
  return { goal, line, kind, quality, data, status }
}

/** What an indicator is, in the words of the filters. */
export function traits(item: Item): Filter {
  return {
    goal: `${item.goal}`,
    line: item.bottomLine ?? '',
    kind: item.additional ? 'additional' : 'core',
    quality: item.quality ?? '',
    data: item.statistic?.state === 'value' ? 'yes' : 'no',
    status: item.chosen ? 'chosen' : 'left',
  }
}

/** Whether the municipality has chosen other than the round did: left out, or taken in beside the core. */
export const differs = ({ chosen, additional }: Item): boolean => chosen === additional

export function fits(item: Item, filter: Filter): boolean {
  const has = traits(item)
  return filterNames.every((name) => filter[name] === '' || filter[name] === has[name])
}
