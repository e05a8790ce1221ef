import { api, call, type components } from '~/api'
import { language, t } from '~/i18n'
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

/** A target with its name, or in words that it is one: "6.4 Bruke vannet bedre", "delmål 6.9". Never a bare code. */
export function targetText(code: string, label: string | undefined): string {
  return label ? `${code} ${label}` : t('common.target', { code })
}

/** The same where the name stands among the goals. */
export function targetName(goals: readonly Goal[] | undefined, code: string): string {
  return targetText(code, goals?.flatMap(({ targets }) => targets).find((target) => target.code === code)?.label)
}
