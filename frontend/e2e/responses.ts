import { expect } from 'vitest'
import type { Visit } from './browser'

interface Listed {
  id: string
  round: { state: string }
}

/** The response of the demonstration's municipality in the round that runs. */
export async function running({ context }: Visit): Promise<string> {
  const { items } = (await (await context.request.get('/api/v1/responses')).json()) as { items: Listed[] }
  const open = items.find(({ round }) => round.state === 'open')
  if (!open) throw new Error('the demonstration has no open round')
  return open.id
}

/** Leaves all goals out but some, as the municipality may. */
export async function onlyGoals(window: Visit, response: string, ...goals: number[]) {
  for (let other = 1; other <= 17; other++) {
    const answer = await window.context.request.put(`/api/v1/responses/${response}/goals/${other}/choice`, { data: goals.includes(other) ? { leftOut: false } : { leftOut: true, reason: 'ikke med i prøven' } })
    expect(answer.status(), await answer.text()).toBe(200)
  }
}
