import { useState } from 'preact/hooks'
import { api, asProblem, call } from '~/api'
import { Alert, Button, NumberField, Select, TextField } from '~/components'
import type { Form } from '~/hooks'
import { formatDate, formatNumber, t } from '~/i18n'
import { activities, type Effort, effortErrors, type EffortText, minutesOf } from './effort'

export interface EffortFormProps {
  form: Form
  rounds: readonly { id: string; name: string }[]
  /** The round that is chosen for a new entry. */
  first: string
  /** The entry that is corrected; null for a new one. */
  correcting: Effort | null
  onDone: () => void
  onCancel: () => void
}

const textOf = (entry: Effort | null, first: string): EffortText =>
  entry
    ? { roundId: entry.roundId ?? first, spentOn: entry.spentOn, hours: entry.minutes / 60, activity: entry.activity, note: entry.note }
    : { roundId: first, spentOn: '', hours: null, activity: '', note: '' }

/** Logs hours, or corrects an entry. */
export function EffortForm({ form, rounds, first, correcting, onDone, onCancel }: EffortFormProps) {
  const [value, setValue] = useState(() => textOf(correcting, first))
  const [theirs, setTheirs] = useState<Effort | null>(null)
  const change = (some: Partial<EffortText>) => setValue((before) => ({ ...before, ...some }))
  const send = () =>
    form.send(
      value,
      async ({ roundId, spentOn, hours, activity, note }, key) => {
        const body = { roundId, spentOn, minutes: minutesOf(hours), activity: activity || ('other' as const), note: note.trim() }
        if (!correcting) {
          await call(api.POST('/efforts', { body, params: { header: { 'Idempotency-Key': key } } }))
          setValue(textOf(null, roundId))
          onDone()
          return
        }
        const header = { 'If-Match': `"${(theirs ?? correcting).version}"` }
        try {
          await call(api.PUT('/efforts/{effortId}', { body, params: { path: { effortId: correcting.id }, header } }))
        } catch (thrown) {
          const problem = asProblem(thrown)
          if (problem.kind !== 'stale' || !problem.current) throw problem
          setTheirs(problem.current as Effort)
          return
        }
        onDone()
      },
      effortErrors,
    )
  return (
    <form
      class="stack"
      noValidate
      aria-labelledby="effort-title"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <h2 class="ds-heading" data-size="sm" id="effort-title">
        {t(correcting ? 'rounds.effort.correct' : 'rounds.effort.log')}
      </h2>
      {theirs && (
        <Alert tone="warning" live>
          <p>{t('rounds.effort.stale', { hours: formatNumber(theirs.minutes / 60, 2), day: formatDate(theirs.spentOn) })}</p>
        </Alert>
      )}
      <Select id="roundId" label={t('rounds.effort.round')} error={form.error('roundId')} options={rounds.map(({ id, name }) => ({ value: id, label: name }))} value={value.roundId} onChange={(roundId) => change({ roundId })} />
      <TextField id="spentOn" type="date" characters={12} label={t('rounds.effort.day')} error={form.error('spentOn')} value={value.spentOn} onChange={(spentOn) => change({ spentOn })} />
      <NumberField id="minutes" characters={6} label={t('rounds.effort.hours')} help={t('rounds.effort.hoursHelp')} error={form.error('minutes')} value={value.hours} onChange={(hours) => change({ hours })} />
      <Select
        id="activity"
        label={t('rounds.effort.activity')}
        empty=""
        error={form.error('activity')}
        options={activities.map((activity) => ({ value: activity, label: t(`rounds.activity.${activity}`) }))}
        value={value.activity}
        onChange={(activity) => change({ activity })}
      />
      <TextField id="note" optional maxLength={500} label={t('rounds.effort.note')} error={form.error('note')} value={value.note} onChange={(note) => change({ note })} />
      <div class="actions">
        <Button type="submit" busy={form.busy}>
          {t('rounds.effort.save')}
        </Button>
        {correcting && (
          <Button variant="secondary" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        )}
      </div>
    </form>
  )
}
