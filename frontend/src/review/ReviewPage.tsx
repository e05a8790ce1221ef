import { api, call, type components } from '~/api'
import { announce } from '~/app/announce'
import { Page } from '~/app/Page'
import type { PageProps } from '~/app/routes'
import { Alert, Button, ErrorSummary, Loaded, Skeleton, StateTag } from '~/components'
import { OpenForCorrection } from '~/editions'
import { useForm, useLoad } from '~/hooks'
import { formatDateTime, t } from '~/i18n'
import { SubmittedAnswers } from '~/region/figures/SubmittedAnswers'
import { OwnAnswers } from '~/region/figures/OwnAnswers'
import { codesOf, readDocument } from '~/region/figures/submission'
import { useAskedIndicators } from '~/status'
import { type Askable, AskOther } from './Ask'
import { Anchorings } from './Anchorings'
import { Oddities } from './Oddities'
import { Asked } from './Asked'
import './review.css'

export type Review = components['schemas']['Review']

/** For those who check: what was submitted, what is odd about it, what has been asked; ask, and mark as checked. */
export default function ReviewPage({ params }: PageProps) {
  const responseId = params['responseId'] ?? ''
  const round = params['id']
  const load = useLoad((signal) => call(api.GET('/responses/{responseId}/review', { params: { path: { responseId } }, signal })), [responseId])
  return (
    <Page
      title={load.data ? t('review.of', { name: load.data.municipality.name }) : t('review.title')}
      above={load.data?.round.name}
      back={round ? { to: `/region/rounds/${round}`, label: load.data?.round.name ?? t('review.head.round') } : { to: '/review', label: t('review.toQueue') }}
      wide
    >
      <Loaded load={load} skeleton={<Skeleton lines={10} />}>
        {(review) => <Shown review={review} onChanged={load.reload} onReview={load.set} />}
      </Loaded>
    </Page>
  )
}

function Shown({ review, onChanged, onReview }: { review: Review; onChanged: () => void; onReview: (next: Review) => void }) {
  const { submission, state, responseId } = review
  const document = useLoad(
    (signal) => call(api.GET('/responses/{responseId}/submissions/{revision}', { params: { path: { responseId, revision: submission.revision } }, signal })),
    [responseId, submission.revision],
  )
  const correcting = state === 'in_progress' || state === 'for_review' || state === 'approved'
  const submitted = document.data ? readDocument(document.data.document) : null
  const indicators = useAskedIndicators(review.round.id, codesOf(submitted)).data ?? []
  const answers = submitted?.answers ?? []
  const askable: Askable[] = [
    ...answers.map(({ code }) => ({ about: { code }, name: indicators.find((one) => one.code === code)?.name ?? code })),
    ...onceEach(document.data?.own ?? []).map(({ name, label }) => ({ about: { question: name }, name: label })),
  ]
  return (
    <>
      <p class="round-state">
        <StateTag of="response" state={state} />{' '}
        <span>{t('review.receipt', { n: submission.revision, time: formatDateTime(submission.submittedAt), name: submission.submittedBy, receipt: submission.receipt })}</span>
      </p>
      {correcting && (
        <Alert>
          <p>{t('review.correcting')}</p>
        </Alert>
      )}
      <Mark review={review} onReview={onReview} />
      <Oddities review={review} onChanged={onChanged} />
      <Asked review={review} onChanged={onChanged} />
      <AskOther review={review} answers={askable} onChanged={onChanged} />
      <OpenForCorrection review={review} onReview={onReview} />
      <Anchorings list={review.anchorings} />
      <section class="section" aria-labelledby="answers-title">
        <h2 class="ds-heading" data-size="sm" id="answers-title">
          {t('review.answers.title')}
        </h2>
        <Loaded load={document} skeleton={<Skeleton lines={8} />}>
          {(read) => (
            <>
              <SubmittedAnswers text={read.document} code={null} />
              <OwnAnswers answers={read.own} />
            </>
          )}
        </Loaded>
      </section>
    </>
  )
}

/** Questions in a repeat stand once, whichever rows they have. */
function onceEach<T extends { name: string }>(own: readonly T[]): readonly T[] {
  return own.filter(({ name }, i) => own.findIndex((other) => other.name === name) === i)
}

function Mark({ review, onReview }: { review: Review; onReview: (next: Review) => void }) {
  const form = useForm()
  const { responseId, submission, actions, locks, state } = review
  const locked = locks.find(({ action }) => action === 'check')
  if (!actions.includes('check')) {
    return state === 'checked' || state === 'anchored' ? (
      <Alert tone="success">
        <p>{t('review.checked.title')}</p>
      </Alert>
    ) : (
      <Alert title={t('review.mark.cannot')}>
        <p>{locked?.reason}</p>
      </Alert>
    )
  }
  const mark = async () => {
    await form.send({ revision: submission.revision }, async (body, key) => {
      onReview(await call(api.POST('/responses/{responseId}/marking', { params: { path: { responseId }, header: { 'Idempotency-Key': key } }, body })))
      announce(t('review.mark.done'))
    })
  }
  return (
    <section class="section section--first" aria-labelledby="mark-title">
      <h2 class="ds-heading" data-size="sm" id="mark-title">
        {t('review.mark.title')}
      </h2>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <p class="prose">{t('review.mark.text', { n: submission.revision })}</p>
      <Button busy={form.busy} onClick={() => void mark()}>
        {t('review.mark.button')}
      </Button>
    </section>
  )
}
