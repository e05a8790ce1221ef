import { api, call, type components } from '~/api'
import { announce } from '~/app/announce'
import { ReasonForm } from '~/components/reason/ReasonForm'
import { t } from '~/i18n'

type Review = components['schemas']['Review']

/** Lets a municipality correct its response after the round froze; nothing where that may not be done. */
export function OpenForCorrection({ review, onReview }: { review: Review; onReview: (next: Review) => void }) {
  // One that the municipality has in hand already needs no opening.
  const inHand = review.correcting && ['in_progress', 'for_review', 'approved'].includes(review.state)
  if (!review.actions.includes('correct') || inHand) return null
  return (
    <section class="section" aria-labelledby="open-title">
      <h2 class="ds-heading" data-size="sm" id="open-title">
        {t('editions.open.title')}
      </h2>
      <p class="prose">{t('editions.open.lead')}</p>
      <ReasonForm
        key={review.state}
        id="open-reason"
        label={t('editions.open.reason')}
        help={t('editions.open.reasonHelp')}
        button={t('editions.open.button')}
        missing={t('editions.correct.reasonMissing')}
        action={async (reason, key) => {
          onReview(await call(api.POST('/responses/{responseId}/correction', { params: { path: { responseId: review.responseId }, header: { 'Idempotency-Key': key } }, body: { reason } })))
          announce(t('editions.open.done'))
        }}
      />
    </section>
  )
}
