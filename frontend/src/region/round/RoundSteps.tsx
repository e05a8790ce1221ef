import { useState } from 'preact/hooks'
import { api, call } from '~/api'
import { Button, Dialog, ErrorSummary, Textarea } from '~/components'
import { useForm } from '~/hooks'
import { t } from '~/i18n'
import type { Round } from '~/status'
import { consequence, isFinal, type Step, stepTo } from './roundSteps'

/** What may be done with a round now, what it will mean, and the question before it is done. */
export function RoundSteps({ round, onChanged }: { round: Round; onChanged: (round: Round) => void }) {
  const [asked, setAsked] = useState<Step | null>(null)
  const steps = round.nextStates.flatMap((to) => stepTo(round, to) ?? [])
  // The way on is the important one; going back to open is not.
  const main = steps.find((step) => step !== 'reopen' && step !== 'scheduled') ?? steps[0]
  return (
    <section class="section" aria-labelledby="next">
      <h2 class="ds-heading" data-size="sm" id="next">
        {t('region.round.next')}
      </h2>
      {steps.length === 0 && <p>{t('region.round.nextNone')}</p>}
      <ul class="rows round__steps">
        {steps.map((step) => (
          <li key={step}>
            <p>{t(consequence(step))}</p>
            <Button variant={step === main ? 'primary' : 'secondary'} onClick={() => setAsked(step)}>
              {t(`region.do.${step}`)}
            </Button>
          </li>
        ))}
      </ul>
      {asked && <Confirm round={round} step={asked} onClose={() => setAsked(null)} onChanged={onChanged} />}
    </section>
  )
}

function Confirm({ round, step, onClose, onChanged }: { round: Round; step: Step; onClose: () => void; onChanged: (round: Round) => void }) {
  const form = useForm()
  const [reason, setReason] = useState('')
  const wanted = step === 'reopen'
  const send = () =>
    form.send(
      { to: step === 'reopen' ? ('open' as const) : step, ...(wanted ? { reason: reason.trim() } : {}) },
      async (body, key) => {
        const next = await call(api.POST('/rounds/{roundId}/state', { body, params: { path: { roundId: round.id }, header: { 'Idempotency-Key': key } } }))
        onClose()
        onChanged(next)
      },
      (body) => (wanted && (body.reason ?? '').length < 3 ? [{ field: 'reason', message: t('region.round.reasonMissing') }] : []),
    )
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`region.ask.${step}`, { name: round.name })}
      actions={
        <>
          <Button danger={isFinal(step)} busy={form.busy} onClick={() => void send()}>
            {t(`region.do.${step}`)}
          </Button>
          <Button variant="secondary" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </>
      }
    >
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {step === 'closed' && <p>{t('region.then.closedCount', { n: round.submitted, total: round.municipalities })}</p>}
      <p>{t(consequence(step))}</p>
      {wanted && <Textarea id="reason" label={t('region.round.reason')} help={t('region.round.reasonHelp')} maxLength={2000} error={form.error('reason')} value={reason} onChange={setReason} />}
    </Dialog>
  )
}
