import { api, call, type components } from '~/api'
import { language } from '~/i18n'
import { type Load, useLoad } from './useLoad'

export type Goal = components['schemas']['Goal']

const kept = new Map<string, Promise<readonly Goal[]>>()

function fetchGoals(): Promise<readonly Goal[]> {
  const wanted = language()
  let goals = kept.get(wanted)
  if (!goals) {
    goals = call(api.GET('/goals')).then(({ items }) => items)
    goals.catch(() => kept.delete(wanted))
    kept.set(wanted, goals)
  }
  return goals
}

/** The 17 goals with names in the language of the page; fetched once per language. */
export function useGoals(): Load<readonly Goal[]> {
  return useLoad(fetchGoals, [])
}

/** The name of a goal, or its bare number while the names are on their way. */
export function goalName(goals: readonly Goal[] | undefined, goal: number): string {
  return goals?.find(({ number }) => number === goal)?.name ?? String(goal)
}
