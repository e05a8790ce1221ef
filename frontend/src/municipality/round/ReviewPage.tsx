import { api, call, type components } from '~/api'
import { announce } from '~/app/announce'
import { navigate } from '~/app/location'
import { Page } from '~/app/Page'
import type { PageProps } from '~/app/routes'
import { Alert, Button, ErrorSummary, Loaded, StateTag } from '~/components'
import { useForm, useLoad } from '~/hooks'
import { formatDateTime, t } from '~/i18n'
import { OpenComments } from './AfterSubmitting'
import { AllAnswers } from './AllAnswers'
import { ReasonForm } from '~/components/reason/ReasonForm'
import { deadlineText, hasCome, pagesOf, type ResponseDetail } from './response'
import '../answer/answer.css'
import '../municipality.css'

type Check = components['schemas']['ResponseCheck']

/** For the approver: read all, then approve and submit, or send back with a reason. */
export default function ReviewPage({ params }: PageProps) {
  const responseId = params['id'] ?? ''
  const load = useLoad((signal) => call(api.GET('/responses/{responseId}/check', { params: { path: { responseId } }, signal })), [responseId])
  const response = load.data?.detail.response
  return (
    <Page title={t('municipality.review.title')} above={response && `${response.municipality.name}, ${response.round.name}`} back={{ to: pagesOf(responseId).list, label: t('municipality.goal.toList') }}>
      <Loaded load={load}>
        {(check) => (
          <>
            <p class="round-state">
              <StateTag of="response" state={check.detail.response.state} /> <span>{deadlineText(check.detail.response)}</span>
            </p>
            <OpenComments detail={check.detail} />
            <Decision responseId={responseId} check={check} onChanged={load.reload} />
            <AllAnswers responseId={responseId} goals={check.goals} own={check.own} change={false} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Decision({ responseId, check, onChanged }: { responseId: string; check: Check; onChanged: () => void }) {
  const { response, actions } = check.detail
  return (
    <div class="decision">
      {actions.includes('approve') && <Approve responseId={responseId} version={response.version} fourEyes={check.detail.fourEyes} onDone={onChanged} />}
      {actions.includes('submit') && <Submit responseId={responseId} detail={check.detail} />}
      {actions.includes('return') && (
        <section class="section" aria-labelledby="return-title">
          <h2 class="ds-heading" data-size="sm" id="return-title">
            {t('municipality.review.returnTitle')}
          </h2>
          <ReasonForm
            id="return-reason"
            label={t('municipality.review.returnReason')}
            help={t('municipality.review.returnHelp')}
            button={t('municipality.review.return')}
            missing={t('municipality.reasonMissing')}
            action={async (reason, key) => {
              await call(api.POST('/responses/{responseId}/return', { params: { path: { responseId }, header: { 'Idempotency-Key': key } }, body: { reason } }))
              announce(t('municipality.review.returned'))
              navigate(pagesOf(responseId).list)
            }}
          />
        </section>
      )}
      {!actions.includes('approve') && !actions.includes('submit') && !actions.includes('return') && (
        <Alert>
          <p>{detailLock(check.detail) ?? t(hasCome(response) ? 'municipality.review.alreadySubmitted' : 'municipality.review.nothing')}</p>
        </Alert>
      )}
    </div>
  )
}

/** Why it cannot be approved now. */
function detailLock({ locks }: ResponseDetail): string | undefined {
  return locks.find(({ action }) => action === 'approve')?.reason
}

function Approve({ responseId, version, fourEyes, onDone }: { responseId: string; version: number; fourEyes: boolean; onDone: () => void }) {
  const form = useForm()
  const approve = async () => {
    const done = await form.send({ responseId, version }, async (_, key) => {
      const header = { 'Idempotency-Key': key, 'If-Match': `"${version}"` }
      await call(api.POST('/responses/{responseId}/approval', { params: { path: { responseId }, header } }))
    })
    if (!done) return
    announce(t('common.response.approved'))
    onDone()
  }
  return (
    <section class="section section--first" aria-labelledby="approve-title">
      <h2 class="ds-heading" data-size="sm" id="approve-title">
        {t('municipality.review.approveTitle')}
      </h2>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <p class="prose">{t('municipality.review.approveText')}</p>
      <p class="prose">{t(fourEyes ? 'review.fourEyes.on' : 'review.fourEyes.off')}</p>
      <Button busy={form.busy} onClick={() => void approve()}>
        {t('municipality.review.approve')}
      </Button>
    </section>
  )
}

function Submit({ responseId, detail }: { responseId: string; detail: ResponseDetail }) {
  const form = useForm()
  const submit = async () => {
    const done = await form.send({ responseId }, async (_, key) => {
      await call(api.POST('/responses/{responseId}/submissions', { params: { path: { responseId }, header: { 'Idempotency-Key': key } } }))
    })
    if (done) navigate(pagesOf(responseId).receipt)
  }
  return (
    <section class="section section--first" aria-labelledby="submit-title">
      <h2 class="ds-heading" data-size="sm" id="submit-title">
        {t('municipality.submit.title')}
      </h2>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {detail.approvedBy && detail.approvedAt && <p>{t('municipality.submit.approvedBy', { name: detail.approvedBy.name, time: formatDateTime(detail.approvedAt) })}</p>}
      <ul class="prose">
        <li>{t('municipality.submit.whoSees')}</li>
        <li>{t('municipality.submit.whatHappens')}</li>
        <li>{t('municipality.submit.undo')}</li>
      </ul>
      <Button busy={form.busy} onClick={() => void submit()}>
        {t('municipality.submit.button')}
      </Button>
    </section>
  )
}
