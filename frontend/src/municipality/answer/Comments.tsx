import { type ComponentChildren, createContext } from 'preact'
import { useContext, useState } from 'preact/hooks'
import { api, asProblem, call, type components, type Problem } from '~/api'
import { Button, FailedState } from '~/components'
import { useLoad } from '~/hooks'
import { formatDateTime, t } from '~/i18n'
import { AddComment } from './AddComment'

export type Comment = components['schemas']['AnswerComment']

/** What a comment is on: the answer to an indicator, or to one of the questionnaire's own questions. */
export type About = { code: string } | { question: string }

const Said = createContext<{ items: readonly Comment[]; reload: () => void }>({ items: [], reload: () => undefined })

/** Reads what colleagues said about the answers of a response, for the questions within, where they show it. */
export function WithComments({ responseId, wanted = true, children }: { responseId: string; wanted?: boolean; children: ComponentChildren }) {
  const { data, reload } = useLoad(async (signal) => (wanted ? await call(api.GET('/responses/{responseId}/comments', { params: { path: { responseId } }, signal })) : undefined), [responseId, wanted])
  return <Said.Provider value={{ items: data?.items ?? [], reload }}>{children}</Said.Provider>
}

/** What was said about one answer, and a way to say more. */
export function Comments({ responseId, about, name }: { responseId: string; about: About; name: string }) {
  const { items, reload } = useContext(Said)
  const these = items.filter((one) => ('code' in about ? one.code === about.code : one.question === about.question && !one.code))
  return (
    <div class="comments">
      {these.length > 0 && (
        <ul class="comments__list" aria-label={t('review.comments.of', { name })}>
          {these.map((comment) => (
            <li key={comment.id}>
              <p class="typed">{comment.text}</p>
              <CommentMark responseId={responseId} comment={comment} name={name} onChanged={reload} />
            </li>
          ))}
        </ul>
      )}
      <AddComment responseId={responseId} about={about} name={name} onAdded={reload} />
    </div>
  )
}

/** Who said a comment and whether it is seen to, with the button that says so. */
export function CommentMark({ responseId, comment, name, onChanged }: { responseId: string; comment: Comment; name: string; onChanged: () => void }) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { id, version, createdBy, createdAt, doneAt, doneBy } = comment
  const open = comment.state === 'open'
  const mark = async () => {
    setBusy(true)
    setProblem(null)
    try {
      const params = { path: { responseId, commentId: id }, header: { 'If-Match': `"${version}"` } }
      await call(api.PUT('/responses/{responseId}/comments/{commentId}/state', { params, body: { state: open ? 'done' : 'open' } }))
      onChanged()
    } catch (thrown) {
      const what = asProblem(thrown)
      // A colleague was quicker: their mark is shown, to be changed from there.
      if (what.kind === 'stale') onChanged()
      setProblem(what)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <p class="meta">
        {t('review.comments.by', { name: createdBy?.name ?? 'Løftet', time: formatDateTime(createdAt) })}
        {doneAt && ` · ${t('review.comments.doneBy', { name: doneBy?.name ?? 'Løftet', time: formatDateTime(doneAt) })}`}{' '}
        <Button variant="tertiary" small busy={busy} onClick={() => void mark()} aria-label={t(open ? 'review.comments.doneOf' : 'review.comments.reopenOf', { name })}>
          {t(open ? 'review.comments.done' : 'review.comments.reopen')}
        </Button>
      </p>
      {problem && <FailedState problem={problem} />}
    </>
  )
}
