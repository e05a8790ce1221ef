import { useState } from 'preact/hooks'
import { api, asProblem, call, newKey, type Problem } from '~/api'
import { announce } from '~/app/announce'
import { Button, FailedState } from '~/components'
import { t } from '~/i18n'
import { type Question, QuestionShown } from './Question'
import type { Review } from './ReviewPage'

/** What has been asked of a response, and the answers. */
export function Asked({ review, onChanged }: { review: Review; onChanged: () => void }) {
  return (
    <section class="section" aria-labelledby="asked-title">
      <h2 class="ds-heading" data-size="sm" id="asked-title">
        {t('review.questions.title')}
      </h2>
      {review.questions.length === 0 && <p>{t('review.questions.none')}</p>}
      <ul class="review-list">
        {review.questions.map((question) => (
          <QuestionShown key={question.id} question={question}>
            {question.state === 'open' && review.actions.includes('withdraw_question') && <Withdraw responseId={review.responseId} question={question} onChanged={onChanged} />}
          </QuestionShown>
        ))}
      </ul>
    </section>
  )
}

function Withdraw({ responseId, question, onChanged }: { responseId: string; question: Question; onChanged: () => void }) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const withdraw = async () => {
    setBusy(true)
    setProblem(null)
    try {
      const params = { path: { responseId, questionId: question.id }, header: { 'Idempotency-Key': newKey() } }
      await call(api.POST('/responses/{responseId}/questions/{questionId}/withdrawal', { params }))
      announce(t('review.questions.withdrawn2'))
      onChanged()
    } catch (thrown) {
      setProblem(asProblem(thrown))
      setBusy(false)
    }
  }
  return (
    <>
      <Button variant="tertiary" small busy={busy} onClick={() => void withdraw()} aria-label={t('review.questions.withdrawOf', { name: question.name })}>
        {t('review.questions.withdraw')}
      </Button>
      {problem && <FailedState problem={problem} />}
    </>
  )
}
