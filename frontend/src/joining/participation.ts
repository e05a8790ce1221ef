import type { components } from '~/api'
import type { Tone } from '~/components'
import { formatDate, t } from '~/i18n'

type Schemas = components['schemas']
export type Participation = Schemas['Participation']
export type Participations = Schemas['Participations']
export type CouncilDecision = Schemas['CouncilDecision']
export type Step = Schemas['ParticipationStep']
export type Outcome = Schemas['JoinOutcome']

/** How a state looks beside its word. */
export const toneOf: Readonly<Record<Participation['state'], Tone>> = {
  none: 'neutral',
  informed: 'info',
  considering: 'info',
  joined: 'success',
  declined: 'neutral',
  active: 'success',
  on_hold: 'warning',
  completed: 'neutral',
  withdrawn: 'neutral',
}

const steps: readonly Step[] = ['consider', 'begin', 'resume', 'hold', 'complete', 'withdraw']

/** The changes without a decision that the reader may make now. */
export function stepsOf({ actions }: Participation): Step[] {
  return steps.filter((step) => (actions as readonly string[]).includes(step))
}

/** Whether the reader may record or mend the municipality's own decision. */
export function mayDecide({ actions }: Participation): boolean {
  return actions.some((action) => ['join', 'decline', 'say_already', 'correct'].includes(action))
}

/** The outcomes that may be recorded now; the one on record when it is only to be mended. */
export function outcomesOf({ actions, decision }: Participation): Outcome[] {
  if (actions.includes('correct') && decision) return [decision.outcome]
  const of: Partial<Record<(typeof actions)[number], Outcome>> = { join: 'joins', decline: 'declines', say_already: 'already_takes_part' }
  return actions.flatMap((action) => of[action] ?? [])
}

/** "Kommunestyret, 16.05.2026, sak 31/26": what is known of a decision besides its outcome. */
export function whereDecided({ body, decidedOn, reference }: { body?: string; decidedOn?: string; reference?: string }): string {
  return [body, decidedOn && formatDate(decidedOn), reference].filter(Boolean).join(', ')
}

/** Which members have not answered, by name. */
export function missingNames(items: readonly Participation[]): string[] {
  return items.filter(({ decision }) => !decision).map(({ municipality }) => municipality.name)
}

/** In one sentence: how many have answered and who is missing. */
export function summary(items: readonly Participation[]): string {
  const names = missingNames(items)
  const missing = names.length > 0 ? t('joining.members.missing', { names: names.join(', ') }) : t('joining.members.nobodyMissing')
  return t('joining.members.lead', { n: items.length - names.length, all: items.length, missing })
}
