import { useState } from 'preact/hooks'
import { api, asProblem, call } from '~/api'
import { announce } from '~/app/announce'
import { Alert, Button, ErrorSummary, RadioGroup, TextField } from '~/components'
import { useForm } from '~/hooks'
import { t } from '~/i18n'
import { type Outcome, outcomesOf, type Participation } from './participation'

/** Records what the municipality itself decided, or mends what is on record. */
export function DecisionForm({ participation, onChanged }: { participation: Participation; onChanged: (now: Participation) => void }) {
  const form = useForm()
  const outcomes = outcomesOf(participation)
  const before = participation.decision
  const [outcome, setOutcome] = useState<Outcome | null>(outcomes.length === 1 ? (outcomes[0] ?? null) : null)
  const [body, setBody] = useState(before?.body ?? '')
  const [decidedOn, setDecidedOn] = useState(before?.decidedOn ?? '')
  const [reference, setReference] = useState(before?.reference ?? '')
  const [stale, setStale] = useState(false)
  const { regionId, version, municipality } = participation

  const send = () =>
    form.send(
      { outcome, body: body.trim(), reference: reference.trim(), ...(decidedOn ? { decidedOn } : {}) },
      async (wanted, key) => {
        if (!wanted.outcome) return
        const header = { 'If-Match': `"${version}"`, 'Idempotency-Key': key }
        try {
          const now = await call(
            api.PUT('/regions/{regionId}/participations/{organisationId}/decision', {
              body: { ...wanted, outcome: wanted.outcome },
              params: { path: { regionId, organisationId: municipality.id }, header },
            }),
          )
          announce(t('joining.decision.saved'))
          onChanged(now)
        } catch (thrown) {
          const problem = asProblem(thrown)
          if (problem.kind !== 'stale') throw thrown
          setStale(true)
          onChanged(problem.current as Participation)
        }
      },
      (wanted) => {
        const needed = wanted.outcome !== 'already_takes_part'
        return [
          ...(wanted.outcome ? [] : [{ field: 'outcome', message: t('joining.decision.outcomeMissing') }]),
          ...(needed && !wanted.body ? [{ field: 'body', message: t('joining.decision.bodyMissing') }] : []),
          ...(needed && !decidedOn ? [{ field: 'decidedOn', message: t('joining.decision.dateMissing') }] : []),
          ...(needed && !wanted.reference ? [{ field: 'reference', message: t('joining.decision.referenceMissing') }] : []),
        ]
      },
    )

  const optional = outcome === 'already_takes_part'
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setStale(false)
        void send()
      }}
    >
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {stale && (
        <Alert tone="warning" live>
          <p>{t('joining.decision.stale')}</p>
        </Alert>
      )}
      {outcomes.length > 1 && (
        <RadioGroup
          id="outcome"
          label={t('joining.decision.outcome')}
          options={outcomes.map((value) => ({
            value,
            label: t(`joining.outcome.${value}`),
            ...(value === 'already_takes_part' ? { help: t('joining.decision.alreadyHelp') } : {}),
          }))}
          error={form.error('outcome')}
          value={outcome}
          onChange={setOutcome}
        />
      )}
      <TextField id="body" label={t('joining.decision.body')} help={t('joining.decision.bodyHelp')} optional={optional} maxLength={200} error={form.error('body')} value={body} onChange={setBody} />
      <TextField id="decidedOn" type="date" label={t('joining.decision.decidedOn')} optional={optional} error={form.error('decidedOn')} value={decidedOn} onChange={setDecidedOn} />
      <TextField
        id="reference"
        label={t('joining.decision.reference')}
        help={t('joining.decision.referenceHelp')}
        optional={optional}
        maxLength={100}
        error={form.error('reference')}
        value={reference}
        onChange={setReference}
      />
      <div>
        <Button type="submit" busy={form.busy}>
          {t('joining.decision.save')}
        </Button>
      </div>
    </form>
  )
}
