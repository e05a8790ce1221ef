import type { PlainKey } from '~/i18n'
import type { Round } from '~/status'

/** A change of state as a person thinks of it: opening again is another thing than opening. */
export type Step = 'scheduled' | 'open' | 'reopen' | 'closed' | 'frozen' | 'published' | 'archived'

/** What the step to a state is, from where the round stands; null for steps that have no button. */
export function stepTo(round: Pick<Round, 'state'>, to: Round['state']): Step | null {
  if (to === 'draft') return null
  return to === 'open' && round.state === 'closed' ? 'reopen' : to
}

/** Steps that cannot be taken back. */
export function isFinal(step: Step): boolean {
  return step === 'frozen' || step === 'published' || step === 'archived'
}

/** What the step means, in plain words. */
export function consequence(step: Step): PlainKey {
  return `region.then.${step}`
}
