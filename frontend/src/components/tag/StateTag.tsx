import type { components } from '~/api'
import { type PlainKey, t } from '~/i18n'
import { Tag, type Tone } from './Tag'

type Schemas = components['schemas']
const tones = {
  round: { draft: 'neutral', scheduled: 'info', open: 'accent', closed: 'neutral', frozen: 'neutral', published: 'success', archived: 'neutral' },
  response: { not_started: 'neutral', in_progress: 'info', for_review: 'warning', approved: 'info', submitted: 'success', questioned: 'warning', checked: 'success', anchored: 'success' },
  section: { not_started: 'neutral', in_progress: 'info', complete: 'success', left_out: 'neutral' },
  need: {
    candidate: 'neutral',
    under_review: 'info',
    confirmed: 'info',
    published: 'success',
    in_dialogue: 'accent',
    in_procurement: 'accent',
    covered: 'success',
    closed_without_result: 'neutral',
    rejected: 'neutral',
    merged: 'neutral',
  },
  solution: { draft: 'neutral', submitted: 'info', returned: 'warning', published: 'success', stale: 'warning', suspended: 'danger', archived: 'neutral' },
} as const satisfies {
  round: Record<Schemas['RoundState'], Tone>
  response: Record<Schemas['ResponseState'], Tone>
  section: Record<Schemas['SectionState'], Tone>
  need: Record<Schemas['NeedState'], Tone>
  solution: Record<Schemas['SolutionState'], Tone>
}

type Tones = typeof tones
type Of<K extends keyof Tones> = keyof Tones[K] & string

export type StateTagProps = { [K in keyof Tones]: { of: K; state: Of<K> } }[keyof Tones]

/** Where something is on its way: <StateTag of="need" state="published" />. */
export function StateTag({ of, state }: StateTagProps) {
  const tone = (tones[of] as Readonly<Record<string, Tone>>)[state] ?? 'neutral'
  return <Tag tone={tone}>{t(`common.${of}.${state}` as PlainKey)}</Tag>
}
