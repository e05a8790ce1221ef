import { useState } from 'preact/hooks'
import { api, call, type components } from '~/api'
import { Button, Dialog, ErrorSummary, Textarea } from '~/components'
import { useForm } from '~/hooks'
import { localText, t } from '~/i18n'

type Solution = components['schemas']['Solution']
type Step = 'publish' | 'return'

export interface SolutionDecisionProps {
  solution: Solution
  /** Takes the solution as it is now, and what to say about it. */
  onDone: (solution: Solution, said: string) => void
}

/** Publish what a business sent in, or return it with a reason. */
export function SolutionDecision({ solution, onDone }: SolutionDecisionProps) {
  const [asked, setAsked] = useState<Step | null>(null)
  const [publish, back] = [solution.actions.includes('publish'), solution.actions.includes('return')]
  if (!publish && !back) return null
  return (
    <div class="actions">
      {publish && <Button onClick={() => setAsked('publish')}>{t('region.solution.publish')}</Button>}
      {back && (
        <Button variant="secondary" onClick={() => setAsked('return')}>
          {t('region.solution.return')}
        </Button>
      )}
      {asked && <Ask step={asked} solution={solution} onDone={onDone} onClose={() => setAsked(null)} />}
    </div>
  )
}

function Ask({ step, solution, onDone, onClose }: SolutionDecisionProps & { step: Step; onClose: () => void }) {
  const form = useForm()
  const [reason, setReason] = useState('')
  const title = localText(solution.title).text || t('region.solution.untitled')
  const send = () =>
    form.send(
      { reason: reason.trim() },
      async (body, key) => {
        const path = { solutionId: solution.id }
        const next = await call(
          step === 'publish'
            ? api.POST('/solutions/{solutionId}/publication', { params: { path, header: { 'Idempotency-Key': key, 'If-Match': `"${solution.version}"` } } })
            : api.POST('/solutions/{solutionId}/return', { body, params: { path, header: { 'Idempotency-Key': key } } }),
        )
        onClose()
        onDone(next, t(step === 'publish' ? 'region.solution.publishedNow' : 'region.solution.returnedNow'))
      },
      (body) => (step === 'return' && body.reason.length < 3 ? [{ field: 'reason', message: t('region.solution.returnMissing') }] : []),
    )
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`region.solution.${step}Title`, { title })}
      actions={
        <>
          <Button busy={form.busy} onClick={() => void send()}>
            {t(`region.solution.${step}`)}
          </Button>
          <Button variant="secondary" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </>
      }
    >
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <p>{t(`region.solution.${step}Help`)}</p>
      {step === 'return' && <Textarea id="reason" label={t('region.solution.returnReason')} maxLength={2000} error={form.error('reason')} value={reason} onChange={setReason} />}
    </Dialog>
  )
}
