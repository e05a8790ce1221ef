import { useState } from 'preact/hooks'
import { api, call } from '~/api'
import { announce } from '~/app/announce'
import { Button, Checkbox, Dialog, ErrorSummary, RadioGroup, Textarea, TextField } from '~/components'
import { useForm } from '~/hooks'
import { t } from '~/i18n'
import type { RoundDecision } from './types'

/** What a regional council can say of a round, and what a municipality can. */
const outcomes = { council: ['noted', 'recommended'], municipality: ['adopted', 'adopted_changed', 'rejected', 'postponed'] } as const

/** Records what one's own body said of a round. */
export function DecisionForm({ round, before, onClose, onSaved }: { round: string; before: RoundDecision; onClose: () => void; onSaved: () => void }) {
  const form = useForm()
  const choices = outcomes[before.council ? 'council' : 'municipality']
  const old = before.decision
  const [outcome, setOutcome] = useState<(typeof outcomes)[keyof typeof outcomes][number]>(old?.outcome ?? choices[0])
  const [body, setBody] = useState(old?.body ?? '')
  const [caseNumber, setCaseNumber] = useState(old?.caseNumber ?? '')
  const [decidedOn, setDecidedOn] = useState(old?.decidedOn ?? '')
  const [text, setText] = useState(old?.text ?? '')
  const [shown, setShown] = useState(old?.public ?? false)
  const send = () =>
    form.send(
      { outcome, body: body.trim(), caseNumber: caseNumber.trim(), decidedOn, text: text.trim(), public: shown },
      async (said) => {
        await call(
          api.PUT('/rounds/{roundId}/decisions/{organisationId}', {
            body: said,
            params: { path: { roundId: round, organisationId: before.organisationId }, header: { 'If-Match': `"${before.version}"` } },
          }),
        )
        announce(t('councilPapers.recorded'))
        onSaved()
      },
      (said) => [
        ...(said.body ? [] : [{ field: 'body', message: t('joining.said.bodyMissing') }]),
        ...(said.decidedOn ? [] : [{ field: 'decidedOn', message: t('joining.said.dateMissing') }]),
      ],
    )
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('councilPapers.record', { name: before.name })}
      actions={
        <>
          <Button busy={form.busy} onClick={() => void send()}>
            {t('councilPapers.saveDecision')}
          </Button>
          <Button variant="secondary" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </>
      }
    >
      <div class="stack">
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <RadioGroup id="outcome" label={t('councilPapers.outcome')} error={form.error('outcome')} options={choices.map((value) => ({ value, label: t(`councilPapers.outcomes.${value}`) }))} value={outcome} onChange={setOutcome} />
        <TextField id="body" label={t('councilPapers.body')} maxLength={200} error={form.error('body')} value={body} onChange={setBody} />
        <TextField id="caseNumber" label={t('councilPapers.caseNumber')} optional maxLength={100} error={form.error('caseNumber')} value={caseNumber} onChange={setCaseNumber} />
        <TextField id="decidedOn" type="date" label={t('councilPapers.on')} error={form.error('decidedOn')} value={decidedOn} onChange={setDecidedOn} />
        <Textarea id="text" label={t('councilPapers.text')} optional maxLength={4000} error={form.error('text')} value={text} onChange={setText} />
        <Checkbox id="public" label={t('councilPapers.showPublic')} checked={shown} onChange={setShown} />
      </div>
    </Dialog>
  )
}
