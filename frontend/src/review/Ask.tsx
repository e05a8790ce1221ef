import { useState } from 'preact/hooks'
import { api, call } from '~/api'
import { announce } from '~/app/announce'
import { Alert, Button, Dialog, Select } from '~/components'
import { ReasonForm } from '~/components/reason/ReasonForm'
import { t } from '~/i18n'
import type { Review } from './ReviewPage'

/** What can be asked about: the answer to an indicator, or to a question of the questionnaire's own. */
export interface Askable {
  about: { code: string } | { question: string }
  name: string
}

/** Codes have a full stop, names never do. */
const keyOf = ({ about }: Askable) => ('code' in about ? about.code : about.question)

/** Sends a question about an answer of the revision that is read. */
async function ask(review: Review, about: Askable['about'], reason: string, key: string): Promise<void> {
  const body = { revision: review.submission.revision, ...about, reason }
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
            await ask(review, { code }, reason, key)
            setOpen(false)
            onChanged()
          }}
        />
      </Dialog>
    </>
  )
}

/** Asks about any answer, odd or not. */
export function AskOther({ review, answers, onChanged }: { review: Review; answers: readonly Askable[]; onChanged: () => void }) {
  const [chosen, setChosen] = useState('')
  const locked = review.locks.find(({ action }) => action === 'ask')
  const answer = answers.find((one) => keyOf(one) === chosen)
  const options = answers.map((one) => ({ value: keyOf(one), label: one.name }))
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
          <Select id="ask-code" label={t('review.ask.which')} empty={t('review.ask.choose')} options={options} value={chosen} onChange={setChosen} />
          {answer && (
            <ReasonForm
              key={chosen}
              id="ask-other-reason"
              label={t('review.ask.reason')}
              help={t('review.ask.help')}
              button={t('review.ask.send')}
              missing={t('review.ask.missing')}
              action={async (reason, key) => {
                await ask(review, answer.about, reason, key)
                setChosen('')
                onChanged()
              }}
            />
          )}
        </>
      )}
    </section>
  )
}
