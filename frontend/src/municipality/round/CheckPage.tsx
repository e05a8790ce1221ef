import { useState } from 'preact/hooks'
import { api, call, type components } from '~/api'
import { Link } from '~/app/Link'
import { navigate } from '~/app/location'
import { Page } from '~/app/Page'
import type { PageProps } from '~/app/routes'
import { Alert, Button, ErrorSummary, Loaded, StateTag } from '~/components'
import { useForm, useLoad } from '~/hooks'
import { t } from '~/i18n'
import { hasUnsaved } from '../answer/unsaved'
import { OpenComments } from './AfterSubmitting'
import { labelIn } from '../own/OwnShown'
import { allOwn, goalOf } from '../own/rows'
import { unsavedEntries } from '../own/useEntries'
import { AllAnswers } from './AllAnswers'
import { Faults } from './Faults'
import { deadlineText, pagesOf } from './response'
import '../answer/answer.css'
import '../municipality.css'

type Check = components['schemas']['ResponseCheck']

/** What must be in place before sending: what the server finds, and what is typed in this window and not on it. */
function faultsOf(responseId: string, { detail, faults, goals, own }: Check): Check['faults'] {
  if (!detail.actions.includes('edit')) return faults
  const named = new Set(faults.map(({ code }) => code))
  const unsaved = goals.flatMap(({ goal, leftOut, questions }) =>
    leftOut ? [] : questions.filter((asked) => !named.has(asked.question.code) && hasUnsaved(responseId, asked)).map(({ question: { code } }) => ({ goal, code, message: t('municipality.check.unsaved') })),
  )
  const ownUnsaved = own ? unsavedEntries(responseId, own).flatMap(({ name: code, row }) => (named.has(code) ? [] : [{ goal: goalOf(own.form, code), code, row, message: t('municipality.check.unsaved') }])) : []
  const leftOut = new Set(goals.flatMap((one) => (one.leftOut ? [one.goal] : [])))
  return [...faults, ...unsaved, ...ownUnsaved.filter(({ goal }) => !leftOut.has(goal))]
}

/** All answers on one page, to check before they go to the approver. */
export default function CheckPage({ params }: PageProps) {
  const responseId = params['id'] ?? ''
  const load = useLoad((signal) => call(api.GET('/responses/{responseId}/check', { params: { path: { responseId } }, signal })), [responseId])
  const [attempt, setAttempt] = useState(0)
  const response = load.data?.detail.response
  return (
    <Page
      title={t('municipality.check.title')}
      above={response && `${response.municipality.name}, ${response.round.name}`}
      back={{ to: pagesOf(responseId).list, label: t('municipality.goal.toList') }}
      errors={attempt > 0 && load.data !== undefined && faultsOf(responseId, load.data).length > 0}
    >
      <Loaded load={load}>{(check) => <Shown responseId={responseId} check={check} attempt={attempt} onAttempt={() => setAttempt((n) => n + 1)} />}</Loaded>
    </Page>
  )
}

function Shown({ responseId, check, attempt, onAttempt }: { responseId: string; check: Check; attempt: number; onAttempt: () => void }) {
  const form = useForm()
  const { detail, goals } = check
  const faults = faultsOf(responseId, check)
  const { response, actions, locks } = detail
  const locked = locks.find(({ action }) => action === 'send_for_review')
  const doubts = goals.flatMap(({ goal, leftOut, questions }) => (leftOut ? [] : questions.filter(({ answer }) => (answer?.warnings.length ?? 0) > 0).map(({ question }) => ({ question: { ...question, goal } }))))
  const out = detail.sections.filter(({ assignment }) => assignment).length
  const names = new Map(goals.flatMap(({ questions }) => questions.map(({ question }) => [question.code, question.name] as const)))
  if (check.own) for (const item of allOwn(check.own.form)) names.set(item.name, labelIn(check.own, item))

  const send = async () => {
    onAttempt()
    if (!check.ready || faultsOf(responseId, check).length > 0) return
    const sent = await form.send({ responseId }, async (_, key) => {
      await call(api.POST('/responses/{responseId}/review', { params: { path: { responseId }, header: { 'Idempotency-Key': key } } }))
    })
    if (sent) navigate(pagesOf(responseId).list)
  }

  return (
    <>
      <p class="round-state">
        <StateTag of="response" state={response.state} /> <span>{deadlineText(response)}</span>
      </p>
      {locked && (
        <Alert title={t('municipality.check.cannot')}>
          <p>{locked.reason}</p>
        </Alert>
      )}
      {actions.includes('edit') && <Faults responseId={responseId} faults={faults} names={names} attempt={attempt} />}
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {doubts.length > 0 && (
        <Alert tone="warning">
          <p>{t('municipality.check.doubts', { n: doubts.length })}</p>
          <ul class="ds-list">
            {doubts.map(({ question }) => (
              <li key={question.code}>
                <Link to={`${pagesOf(responseId).goal(question.goal)}?question=${encodeURIComponent(question.code)}&from=check`}>{question.name}</Link>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {out > 0 && (
        <Alert tone="warning">
          <p>{t('handover.check.out', { n: out })}</p>
        </Alert>
      )}
      <AllAnswers responseId={responseId} goals={goals} own={check.own} change={actions.includes('edit')} />
      {actions.includes('send_for_review') && (
        <section class="section" aria-labelledby="send-title">
          <h2 class="ds-heading" data-size="sm" id="send-title">
            {t('municipality.check.sendTitle')}
          </h2>
          <OpenComments detail={detail} />
          <Alert>
            <p>{t('municipality.check.sendText')}</p>
          </Alert>
          <div class="actions">
            <Button busy={form.busy} onClick={() => void send()}>
              {t('municipality.check.send')}
            </Button>
          </div>
        </section>
      )}
    </>
  )
}
