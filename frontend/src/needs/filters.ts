import type { operations } from '~/api'
import { daysAfter } from './days'

type Query = NonNullable<operations['listNeeds']['parameters']['query']>

/** Which deadlines to show: those not passed ("open", the rule), near ones, or all. */
export type DeadlineChoice = 'open' | '30' | '90' | 'all'
export const deadlineChoices: readonly DeadlineChoice[] = ['open', '30', '90', 'all']

/** What the list is narrowed by, as it stands in the address. */
export interface NeedFilter {
  goal: number | null
  region: string | null
  deadline: DeadlineChoice
  word: string
}

const id = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** Reads the address. What can't be meant is left out, so that a mangled link still shows needs. */
export function readFilter(query: URLSearchParams): NeedFilter {
  const goal = Number(query.get('goal'))
  const region = query.get('region') ?? ''
  const deadline = query.get('deadline') as DeadlineChoice
  return {
    goal: Number.isInteger(goal) && goal >= 1 && goal <= 17 ? goal : null,
    region: id.test(region) ? region : null,
    deadline: deadlineChoices.includes(deadline) ? deadline : 'open',
    word: (query.get('q') ?? '').trim().slice(0, 100),
  }
}

/** Tells whether the reader has narrowed the list. */
export function isNarrowed({ goal, region, deadline, word }: NeedFilter): boolean {
  return goal !== null || region !== null || word !== '' || deadline === '30' || deadline === '90'
}

/** What the server is asked. */
export function needQuery({ goal, region, deadline, word }: NeedFilter, today: string): Query {
  return {
    sort: 'deadline',
    ...(goal === null ? {} : { goal }),
    ...(region === null ? {} : { region }),
    ...(word ? { q: word } : {}),
    ...(deadline === 'all' ? {} : { deadlineFrom: today }),
    ...(deadline === '30' || deadline === '90' ? { deadlineTo: daysAfter(today, Number(deadline)) } : {}),
  }
}
