import type { ComponentChildren } from 'preact'
import type { components } from '~/api'
import { GoalBadge, Tag, type Tone } from '~/components'
import { formatDateTime, t } from '~/i18n'

export type Question = components['schemas']['PlausibilityQuestion']

const tones: Record<Question['state'], Tone> = { open: 'warning', corrected: 'success', stood_by: 'info', withdrawn: 'neutral' }

/** One plausibility question: why it is asked, by whom, and what became of it. Below stands what may be done. */
export function QuestionShown({ question, children }: { question: Question; children?: ComponentChildren }) {
  const { name, goal, revision, reason, reply, state, askedAt, askedBy, settledAt, settledBy, settledRevision } = question
  return (
    <li class="review-item" id={`question-${question.id}`}>
      <h3 class="ds-heading review-item__head" data-size="2xs">
        {goal && <GoalBadge goal={goal} label={t('municipality.goal.plain', { n: goal })} size="small" />} {name} <Tag tone={tones[state]}>{t(`review.questions.${state}`)}</Tag>
      </h3>
      <p class="typed">{reason}</p>
      <p class="meta">{t('review.questions.askedBy', { time: formatDateTime(askedAt), name: askedBy?.name ?? 'Løftet', n: revision })}</p>
      {reply && <p class="typed review-item__reply">{reply}</p>}
      {settledAt && (
        <p class="meta">
          {settledRevision
            ? t('review.questions.inRevision', { n: settledRevision, time: formatDateTime(settledAt) })
            : t('review.questions.settledBy', { time: formatDateTime(settledAt), name: settledBy?.name ?? 'Løftet' })}
        </p>
      )}
      {children}
    </li>
  )
}
