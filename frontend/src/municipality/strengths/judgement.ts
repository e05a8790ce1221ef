import type { components } from '~/api'
import type { FormError } from '~/components'
import { t } from '~/i18n'

export type Judgement = components['schemas']['Judgement']
export type JudgementEdit = components['schemas']['JudgementEdit']
export type JudgementKind = components['schemas']['JudgementKind']

export const kinds = ['strength', 'weakness'] as const satisfies readonly JudgementKind[]

/** A strength or weakness as it is typed. */
export interface JudgementText {
  kind: JudgementKind | ''
  goal: string
  text: string
  source: string
  judgedOn: string
  ended: boolean
  endedOn: string
  endReason: string
}

export const textOf = (one: Judgement | null, goal = ''): JudgementText =>
  one
    ? { kind: one.kind, goal: one.goal ? String(one.goal) : '', text: one.text, source: one.source, judgedOn: one.judgedOn, ended: one.endedOn !== undefined, endedOn: one.endedOn ?? '', endReason: one.endReason }
    : { kind: '', goal, text: '', source: '', judgedOn: '', ended: false, endedOn: '', endReason: '' }

/** What is sent; nothing of an end that is not ticked. */
export const editOf = ({ kind, goal, text, source, judgedOn, ended, endedOn, endReason }: JudgementText): JudgementEdit => ({
  kind: kind || 'strength',
  text: text.trim(),
  source: source.trim(),
  judgedOn,
  ...(goal ? { goal: Number(goal) } : {}),
  ...(ended ? { endedOn, endReason: endReason.trim() } : {}),
})

/** What must be mended before it is sent. */
export function judgementErrors({ kind, text, judgedOn, ended, endedOn, endReason }: JudgementText): FormError[] {
  return [
    ...(kind ? [] : [{ field: 'kind', message: t('strengths.kindMissing') }]),
    ...(text.trim() ? [] : [{ field: 'text', message: t('strengths.textMissing') }]),
    ...(judgedOn ? [] : [{ field: 'judgedOn', message: t('strengths.judgedOnMissing') }]),
    ...(!ended || endedOn ? [] : [{ field: 'endedOn', message: t('strengths.endedOnMissing') }]),
    ...(!ended || endReason.trim() ? [] : [{ field: 'endReason', message: t('strengths.endReasonMissing') }]),
  ]
}

/** What became of one since the list stood as it did then. */
export type Since = 'new' | 'ended' | 'changed' | 'same'

/** Compares the list now with the list as it stood when a round was submitted. */
export function since(now: Judgement, then: readonly Judgement[]): Since {
  const before = then.find(({ id }) => id === now.id)
  if (!before) return 'new'
  if (now.endedOn && !before.endedOn) return 'ended'
  return before.version === now.version ? 'same' : 'changed'
}
