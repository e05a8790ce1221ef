import { api, call } from '~/api'
import { Link } from '~/app/Link'
import { Page } from '~/app/Page'
import type { PageProps } from '~/app/routes'
import { EmptyState, GoalBadge, Loaded } from '~/components'
import { useLoad } from '~/hooks'
import { t } from '~/i18n'
import { type Comment, CommentMark } from '../answer/Comments'
import { pagesOf } from './response'
import '~/review/review.css'

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
  const { code, goal, question, text } = comment
  const name = comment.name ?? question ?? ''
  return (
    <li class="review-item">
      <h3 class="ds-heading review-item__head" data-size="2xs">
        {goal && <GoalBadge goal={goal} label={t('municipality.goal.plain', { n: goal })} size="small" />} {name}
      </h3>
      <p class="typed">{text}</p>
      <p>
        <Link to={`${pagesOf(responseId).goal(goal ?? 0)}?question=${encodeURIComponent(code ?? question ?? '')}`}>
          {t('review.comments.toAnswer')}
          <span class="ds-sr-only"> – {name}</span>
        </Link>
      </p>
      <CommentMark responseId={responseId} comment={comment} name={name} onChanged={onChanged} />
    </li>
  )
}
