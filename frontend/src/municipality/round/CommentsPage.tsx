import { useState } from 'preact/hooks'
import { api, asProblem, call, type components, type Problem } from '~/api'
import { Link } from '~/app/Link'
import { Page } from '~/app/Page'
import type { PageProps } from '~/app/routes'
import { Button, EmptyState, FailedState, GoalBadge, Loaded } from '~/components'
import { useLoad } from '~/hooks'
import { formatDateTime, t } from '~/i18n'
import { pagesOf } from './response'
import '~/review/review.css'

type Comment = components['schemas']['AnswerComment']

/** All comments on a response in one list, the open ones first, each with a way to its answer. */
export default function CommentsPage({ params }: PageProps) {
  const responseId = params['id'] ?? ''
  const load = useLoad((signal) => call(api.GET('/responses/{responseId}/comments', { params: { path: { responseId } }, signal })), [responseId])
  return (
    <Page title={t('review.comments.title')} lead={t('review.comments.lead')} back={{ to: pagesOf(responseId).list, label: t('municipality.goal.toList') }}>
      <Loaded
        load={load}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState title={t('review.comments.none')}>
            <p>{t('review.comments.noneHelp')}</p>
          </EmptyState>
        }
      >
        {({ items }) =>
          (['open', 'done'] as const).map((state) => {
            const these = items.filter((one) => one.state === state)
            if (these.length === 0) return null
            return (
              <section key={state} class="section" aria-labelledby={`comments-${state}`}>
                <h2 class="ds-heading" data-size="sm" id={`comments-${state}`}>
                  {t(`review.comments.${state}Title`)}
                </h2>
                <ul class="review-list">
                  {these.map((comment) => (
                    <Shown key={comment.id} responseId={responseId} comment={comment} onChanged={load.reload} />
                  ))}
                </ul>
              </section>
            )
          })
        }
      </Loaded>
    </Page>
  )
}

function Shown({ responseId, comment, onChanged }: { responseId: string; comment: Comment; onChanged: () => void }) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { id, code, goal, question, state, version, text, createdBy, createdAt, doneBy, doneAt } = comment
  const name = comment.name ?? question ?? ''
  const open = state === 'open'
  const mark = async () => {
    setBusy(true)
    setProblem(null)
    try {
      const params = { path: { responseId, commentId: id }, header: { 'If-Match': `"${version}"` } }
      await call(api.PUT('/responses/{responseId}/comments/{commentId}/state', { params, body: { state: open ? 'done' : 'open' } }))
      onChanged()
    } catch (thrown) {
      setProblem(asProblem(thrown))
    } finally {
      setBusy(false)
    }
  }
  return (
    <li class="review-item">
      <h3 class="ds-heading review-item__head" data-size="2xs">
        {goal && <GoalBadge goal={goal} label={t('municipality.goal.plain', { n: goal })} size="small" />} {name}
      </h3>
      <p class="typed">{text}</p>
      <p class="meta">{t('review.comments.by', { name: createdBy?.name ?? 'Løftet', time: formatDateTime(createdAt) })}</p>
      {doneAt && <p class="meta">{t('review.comments.doneBy', { name: doneBy?.name ?? 'Løftet', time: formatDateTime(doneAt) })}</p>}
      <div class="actions">
        {goal && code && (
          <Link to={`${pagesOf(responseId).goal(goal)}?question=${encodeURIComponent(code)}`}>
            {t('review.comments.toAnswer')}
            <span class="ds-sr-only"> – {name}</span>
          </Link>
        )}
        <Button variant="secondary" small busy={busy} onClick={() => void mark()} aria-label={t(open ? 'review.comments.doneOf' : 'review.comments.reopenOf', { name })}>
          {t(open ? 'review.comments.done' : 'review.comments.reopen')}
        </Button>
      </div>
      {problem && <FailedState problem={problem} />}
    </li>
  )
}
