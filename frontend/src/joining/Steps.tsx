import { useState } from 'preact/hooks'
import { api, call } from '~/api'
import { announce } from '~/app/announce'
import { Button, Dialog, ErrorSummary, Textarea } from '~/components'
import { useForm } from '~/hooks'
import { t } from '~/i18n'
import { type Participation, type Step, stepsOf } from './participation'
import './participation.css'

const wantsReason = (step: Step) => step === 'hold' || step === 'withdraw'

/** What may be done with a participation now, besides deciding; each asks before it is done. */
export function Steps({ participation, onChanged }: { participation: Participation; onChanged: (now: Participation) => void }) {
  const [asked, setAsked] = useState<Step | null>(null)
  const steps = stepsOf(participation)
  if (steps.length === 0) return null
  return (
    <div class="participation__steps">
      {steps.map((step) => (
        <Button key={step} variant="secondary" small danger={step === 'withdraw'} onClick={() => setAsked(step)}>
          {t(`joining.do.${step}`)}
          <span class="ds-sr-only"> – {participation.municipality.name}</span>
        </Button>
      ))}
      {asked && <Ask participation={participation} step={asked} onClose={() => setAsked(null)} onChanged={onChanged} />}
    </div>
  )
}

function Ask({ participation, step, onClose, onChanged }: { participation: Participation; step: Step; onClose: () => void; onChanged: (now: Participation) => void }) {
  const form = useForm()
  const [reason, setReason] = useState('')
  const { regionId, version, municipality } = participation
  const send = () =>
    form.send(
      { step, ...(wantsReason(step) ? { reason: reason.trim() } : {}) },
      async (body, key) => {
        const header = { 'If-Match': `"${version}"`, 'Idempotency-Key': key }
        const now = await call(api.POST('/regions/{regionId}/participations/{organisationId}/state', { body, params: { path: { regionId, organisationId: municipality.id }, header } }))
        onClose()
        announce(`${municipality.name}: ${t(`joining.state.${now.state}`)}`)
        onChanged(now)
      },
      (body) => (wantsReason(step) && (body.reason ?? '').length < 3 ? [{ field: 'reason', message: t('joining.do.reasonMissing') }] : []),
    )
  return (
    <Dialog
      open
      onClose={onClose}
      title={`${t(`joining.do.${step}`)}: ${municipality.name}`}
      actions={
        <>
          <Button danger={step === 'withdraw'} busy={form.busy} onClick={() => void send()}>
            {t(`joining.do.${step}`)}
          </Button>
          <Button variant="secondary" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </>
      }
    >
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <p>{t(`joining.then.${step}`, { name: municipality.name })}</p>
      {wantsReason(step) && <Textarea id="reason" label={t('joining.do.reason')} help={t('joining.do.reasonHelp')} maxLength={2000} error={form.error('reason')} value={reason} onChange={setReason} />}
    </Dialog>
  )
}
