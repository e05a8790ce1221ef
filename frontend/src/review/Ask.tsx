import { useState } from 'preact/hooks'
import { api, call } from '~/api'
import { announce } from '~/app/announce'
import { Alert, Button, Dialog, Select } from '~/components'
import { ReasonForm } from '~/components/reason/ReasonForm'
import { t } from '~/i18n'
import { useAskedIndicators } from '~/status'
import type { Review } from './ReviewPage'

/** Sends a question about an answer of the revision that is read. */
async function ask(review: Review, code: string, reason: string, key: string): Promise<void> {
  const body = { revision: review.submission.revision, code, reason }
  await call(api.POST('/responses/{responseId}/questions', { params: { path: { responseId: review.responseId }, header: { 'Idempotency-Key': key } }, body }))
  announce(t('review.ask.done'))
}

export function AskButton({ review, code, name, onChanged }: { review: Review; code: string; name: string; onChanged: () => void }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="secondary" small onClick={() => setOpen(true)} aria-label={t('review.ask.of', { name })}>
        {t('review.ask.button')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('review.ask.of', { name })}>
        <ReasonForm
          id="ask-reason"
          label={t('review.ask.reason')}
          help={t('review.ask.help')}
          button={t('review.ask.send')}
          missing={t('review.ask.missing')}
          action={async (reason, key) => {
            await ask(review, code, reason, key)
            setOpen(false)
            onChanged()
          }}
        />
      </Dialog>
    </>
  )
}

/** Asks about any answer, odd or not. */
export function AskOther({ review, codes, onChanged }: { review: Review; codes: readonly string[]; onChanged: () => void }) {
  const indicators = useAskedIndicators(review.round.id).data ?? []
  const [code, setCode] = useState('')
  const locked = review.locks.find(({ action }) => action === 'ask')
  const options = codes.map((one) => ({ value: one, label: indicators.find((indicator) => indicator.code === one)?.name ?? one }))
  return (
    <section class="section" aria-labelledby="ask-title">
      <h2 class="ds-heading" data-size="sm" id="ask-title">
        {t('review.ask.other')}
      </h2>
      {locked ? (
        <Alert title={t('review.ask.cannot')}>
          <p>{locked.reason}</p>
        </Alert>
      ) : (
        <>
          <Select id="ask-code" label={t('review.ask.which')} empty={t('review.ask.choose')} options={options} value={code} onChange={setCode} />
          {code && (
            <ReasonForm
              key={code}
              id="ask-other-reason"
              label={t('review.ask.reason')}
              help={t('review.ask.help')}
              button={t('review.ask.send')}
              missing={t('review.ask.missing')}
              action={async (reason, key) => {
                await ask(review, code, reason, key)
                setCode('')
                onChanged()
              }}
            />
          )}
        </>
      )}
    </section>
  )
}
