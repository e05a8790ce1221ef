import { api, call } from '~/api'
import { announce } from '~/app/announce'
import { Link } from '~/app/Link'
import { navigate } from '~/app/location'
import { Page } from '~/app/Page'
import type { PageProps } from '~/app/routes'
import { rolesOf, useSession } from '~/app/session'
import { Alert, EmptyState, Loaded } from '~/components'
import { ReasonForm } from '~/components/reason/ReasonForm'
import { useLoad } from '~/hooks'
import { t } from '~/i18n'
import { type Question, QuestionShown } from '~/review/Question'
import { onlyApproves } from '../OwnRound'
import { Reopen } from './Reopen'
import { hasCome, pagesOf, type ResponseDetail } from './response'
import '~/review/review.css'

/** The questions about what was submitted: each is answered by a correction, or by standing by the figure. */
export default function QuestionsPage({ params }: PageProps) {
  const responseId = params['id'] ?? ''
  const load = useLoad(
    async (signal) => {
      const at = { params: { path: { responseId } }, signal }
      const [detail, { items }] = await Promise.all([call(api.GET('/responses/{responseId}', at)), call(api.GET('/responses/{responseId}/questions', at))])
      return { detail, items: [...items.filter(({ state }) => state === 'open'), ...items.filter(({ state }) => state !== 'open')] }
    },
    [responseId],
  )
  const response = load.data?.detail.response
  return (
    <Page
      title={t('review.questions.title')}
      lead={t('review.questions.lead')}
      above={response && `${response.municipality.name}, ${response.round.name}`}
      back={{ to: pagesOf(responseId).list, label: t('municipality.goal.toList') }}
    >
      <Loaded
        load={load}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState title={t('review.questions.none')}>
            <p>{t('review.questions.noneHelp')}</p>
          </EmptyState>
        }
      >
        {({ detail, items }) => (
          <ul class="review-list">
            {items.map((question) => (
              <QuestionShown key={question.id} question={question}>
                {question.state === 'open' && <Ways detail={detail} question={question} onChanged={load.reload} />}
              </QuestionShown>
            ))}
          </ul>
        )}
      </Loaded>
    </Page>
  )
}

function Ways({ detail, question, onChanged }: { detail: ResponseDetail; question: Question; onChanged: () => void }) {
  const { response, actions, locks } = detail
  const locked = locks.find(({ action }) => action === 'stand_by')
  return (
    <div class="answer-ways">
      <div>
        <h4 class="ds-heading" data-size="2xs">
          {t('review.stand.title')}
        </h4>
        {locked ? (
          <Alert>
            <p>{locked.reason}</p>
          </Alert>
        ) : (
          <ReasonForm
            id={`stand-${question.id}`}
            label={t('review.stand.reason')}
            help={t('review.stand.help')}
            button={t('review.stand.button')}
            missing={t('review.stand.missing')}
            action={async (reason, key) => {
              const params = { path: { responseId: response.id, questionId: question.id }, header: { 'Idempotency-Key': key } }
              await call(api.POST('/responses/{responseId}/questions/{questionId}/answer', { params, body: { reason } }))
              announce(t('review.stand.done'))
              onChanged()
            }}
          />
        )}
      </div>
      <div>
        <h4 class="ds-heading" data-size="2xs">
          {t('review.correct.title')}
        </h4>
        <Correct detail={detail} question={question} may={actions.includes('edit')} />
      </div>
    </div>
  )
}

function Correct({ detail, question, may }: { detail: ResponseDetail; question: Question; may: boolean }) {
  const { response, actions, locks } = detail
  const approves = onlyApproves(rolesOf(useSession()))
  const reason = (wanted: 'edit' | 'reopen') => locks.find(({ action }) => action === wanted)?.reason ?? ''
  const answer = `${pagesOf(response.id).goal(question.goal ?? 0)}?question=${encodeURIComponent(question.code ?? question.question ?? '')}`
  if (may) {
    return (
      <p>
        <Link look="secondary" to={answer}>
          {t('review.correct.link')}
          <span class="ds-sr-only"> – {question.name}</span>
        </Link>
      </p>
    )
  }
  if (actions.includes('reopen')) {
    return (
      <>
        <p>{t('review.correct.text')}</p>
        <ToAnswer to={answer} name={question.name} />
        <Reopen responseId={response.id} of={question.name} onDone={() => navigate(pagesOf(response.id).list)} />
      </>
    )
  }
  return (
    <>
      <Alert>
        <p>{hasCome(response) ? `${t('review.correct.locked')} ${reason('reopen')}` : reason(approves ? 'reopen' : 'edit')}</p>
      </Alert>
      <ToAnswer to={answer} name={question.name} />
    </>
  )
}

/** To the figure that is asked about, to be read beside its questions. */
function ToAnswer({ to, name }: { to: string; name: string }) {
  return (
    <p>
      <Link to={to}>
        {t('review.comments.toAnswer')}
        <span class="ds-sr-only"> – {name}</span>
      </Link>
    </p>
  )
}
