import { useState } from 'preact/hooks'
import { api, asProblem, call } from '~/api'
import { SessionEnding } from '~/app/SessionEnding'
import { Alert, Button, Checkbox, RadioGroup, Select, Textarea, TextField } from '~/components'
import { type Form, type Goal, goalName, useUnsaved } from '~/hooks'
import { t } from '~/i18n'
import { editOf, type Judgement, judgementErrors, kinds, textOf } from './judgement'

export interface JudgementFormProps {
  form: Form
  goals: readonly Goal[]
  /** The goal that is chosen for a new one. */
  goal: string
  /** The one that is worded anew; null for a new one. */
  changing: Judgement | null
  onDone: () => void
  onCancel: () => void
}

/** Adds a strength or weakness, words one anew, or says that it no longer holds. */
export function JudgementForm({ form, goals, goal, changing, onDone, onCancel }: JudgementFormProps) {
  const [start] = useState(() => textOf(changing, goal))
  const [value, setValue] = useState(start)
  useUnsaved(JSON.stringify(value) !== JSON.stringify(start))
  const [theirs, setTheirs] = useState<Judgement | null>(null)
  const change = (some: Partial<typeof value>) => setValue((before) => ({ ...before, ...some }))
  const send = () =>
    form.send(
      value,
      async (typed, key) => {
        const body = editOf(typed)
        if (!changing) {
          await call(api.POST('/judgements', { body, params: { header: { 'Idempotency-Key': key } } }))
          setValue(start)
          onDone()
          return
        }
        const header = { 'If-Match': `"${(theirs ?? changing).version}"` }
        try {
          await call(api.PUT('/judgements/{judgementId}', { body, params: { path: { judgementId: changing.id }, header } }))
        } catch (thrown) {
          const problem = asProblem(thrown)
          if (problem.kind !== 'stale' || !problem.current) throw problem
          setTheirs(problem.current as Judgement)
          return
        }
        onDone()
      },
      judgementErrors,
    )
  return (
    <form
      class="stack no-print"
      noValidate
      aria-labelledby="judgement-title"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <SessionEnding />
      <h2 class="ds-heading" data-size="sm" id="judgement-title">
        {t(changing ? 'strengths.change' : 'strengths.add')}
      </h2>
      {theirs && (
        <Alert tone="warning" live>
          <p>{t('strengths.stale', { text: theirs.text })}</p>
        </Alert>
      )}
      <RadioGroup id="kind" label={t('strengths.kind')} error={form.error('kind')} options={kinds.map((kind) => ({ value: kind, label: t(`strengths.${kind}`) }))} value={value.kind} onChange={(kind) => change({ kind })} />
      <Textarea id="text" rows={3} maxLength={2000} label={t('strengths.text')} help={t('strengths.textHelp')} error={form.error('text')} value={value.text} onChange={(text) => change({ text })} />
      <Select
        id="goal"
        optional
        label={t('strengths.goal')}
        empty={t('strengths.noGoal')}
        error={form.error('goal')}
        options={goals.map(({ number }) => ({ value: String(number), label: t('municipality.goal.title', { n: number, name: goalName(goals, number) }) }))}
        value={value.goal}
        onChange={(wanted) => change({ goal: wanted })}
      />
      <TextField id="judgedOn" type="date" characters={12} label={t('strengths.judgedOn')} error={form.error('judgedOn')} value={value.judgedOn} onChange={(judgedOn) => change({ judgedOn })} />
      <TextField id="source" optional maxLength={300} label={t('strengths.source')} help={t('strengths.sourceHelp')} error={form.error('source')} value={value.source} onChange={(source) => change({ source })} />
      {changing && <Checkbox id="ended" label={t('strengths.ended')} checked={value.ended} onChange={(ended) => change({ ended })} />}
      {value.ended && (
        <>
          <TextField id="endedOn" type="date" characters={12} label={t('strengths.endedOn')} error={form.error('endedOn')} value={value.endedOn} onChange={(endedOn) => change({ endedOn })} />
          <Textarea id="endReason" rows={2} maxLength={2000} label={t('strengths.endReason')} error={form.error('endReason')} value={value.endReason} onChange={(endReason) => change({ endReason })} />
        </>
      )}
      <div class="actions">
        <Button type="submit" busy={form.busy}>
          {t('strengths.save')}
        </Button>
        {changing && (
          <Button variant="secondary" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        )}
      </div>
    </form>
  )
}
