import { useState } from 'preact/hooks'
import { api, call } from '~/api'
import { announce } from '~/app/announce'
import { Button, Dialog, ErrorSummary, Textarea } from '~/components'
import { useForm } from '~/hooks'
import { t } from '~/i18n'
import type { About } from './Comments'

/** A comment on one answer, for colleagues of the municipality. */
export function AddComment({ responseId, about, name, onAdded }: { responseId: string; about: About; name: string; onAdded: () => void }) {
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const form = useForm()
  const send = async () => {
    const sent = await form.send(
      { ...about, text: text.trim() },
      async (body, key) => {
        await call(api.POST('/responses/{responseId}/comments', { params: { path: { responseId }, header: { 'Idempotency-Key': key } }, body }))
      },
      (body) => (body.text ? [] : [{ field: 'text', message: t('review.comments.missing') }]),
    )
    if (!sent) return
    announce(t('review.comments.saved'))
    setText('')
    setOpen(false)
    onAdded()
  }
  return (
    <>
      <Button variant="tertiary" small onClick={() => setOpen(true)} aria-label={t('review.comments.addTo', { name })}>
        {t('review.comments.add')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('review.comments.addTo', { name })}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void send()
          }}
        >
          <ErrorSummary errors={form.errors} attempt={form.attempt} />
          <Textarea id="text" label={t('review.comments.text')} help={t('review.comments.lead')} rows={3} maxLength={2000} error={form.error('text')} value={text} onChange={setText} />
          <div class="actions">
            <Button type="submit" busy={form.busy}>
              {t('review.comments.send')}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
