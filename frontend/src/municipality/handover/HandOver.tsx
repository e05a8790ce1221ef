import { useState } from 'preact/hooks'
import { api, call, type components } from '~/api'
import { announce } from '~/app/announce'
import { Button, Details, ErrorSummary, Loaded, RadioGroup, Select, Textarea, TextField } from '~/components'
import { type FormError } from '~/components'
import { useForm, useLoad } from '~/hooks'
import { formatLastDay, t } from '~/i18n'

type ResponseGoal = components['schemas']['ResponseGoal']
type PersonName = components['schemas']['PersonName']

export interface HandOverProps {
  goal: ResponseGoal
  onDone: () => void
}

/** Gives a section to a colleague, with a note and a deadline; fetched when it is opened. */
export function HandOver({ goal, onDone }: HandOverProps) {
  const [open, setOpen] = useState(false)
  return (
    <section class="section hand-over" aria-label={t('handover.give.summary')} onClick={() => setOpen(true)}>
      <Details summary={t('handover.give.summary')}>
        <p>{t('handover.give.text')}</p>
        {open && <Colleagues goal={goal} onDone={onDone} />}
      </Details>
    </section>
  )
}

function Colleagues({ goal, onDone }: HandOverProps) {
  const responseId = goal.response.id
  const load = useLoad((signal) => call(api.GET('/responses/{responseId}/assignments', { params: { path: { responseId } }, signal })), [responseId])
  return <Loaded load={load}>{({ colleagues }) => <Form goal={goal} colleagues={colleagues} onDone={onDone} />}</Loaded>
}

/** What is typed: somebody with an account, or a name and an address. */
interface Draft {
  how: 'account' | 'link'
  personId: string
  name: string
  email: string
  note: string
  deadline: string
}

function lacksOf(draft: Draft): FormError[] {
  const lacks: FormError[] = []
  if (draft.how === 'account' && !draft.personId) lacks.push({ field: 'personId', message: t('handover.give.lacksPerson') })
  if (draft.how === 'link' && !draft.name.trim()) lacks.push({ field: 'name', message: t('handover.give.lacksName') })
  if (draft.how === 'link' && !draft.email.includes('@')) lacks.push({ field: 'email', message: t('handover.give.lacksEmail') })
  if (!draft.deadline) lacks.push({ field: 'deadline', message: t('handover.give.lacksDeadline') })
  return lacks
}

function Form({ goal, colleagues, onDone }: HandOverProps & { colleagues: readonly PersonName[] }) {
  const form = useForm()
  const [draft, setDraft] = useState<Draft>({ how: colleagues.length > 0 ? 'account' : 'link', personId: '', name: '', email: '', note: '', deadline: '' })
  const change = (some: Partial<Draft>) => setDraft((now) => ({ ...now, ...some }))
  const id = (field: string) => `hand-over-${field}`
  const { round } = goal.response

  const send = async () => {
    const { how, personId, name, email, note, deadline } = draft
    const whom = how === 'account' ? { personId } : { name: name.trim(), email: email.trim() }
    const sent = await form.send(
      { goal: goal.goal, deadline, ...(note.trim() ? { note: note.trim() } : {}), ...whom },
      async (body, key) => {
        const made = await call(api.POST('/responses/{responseId}/assignments', { params: { path: { responseId: goal.response.id }, header: { 'Idempotency-Key': key } }, body }))
        announce(t('handover.give.done', { name: made.name }))
      },
      () => lacksOf(draft),
    )
    if (sent) onDone()
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <ErrorSummary errors={form.errors.map((one) => (one.field ? { ...one, field: id(one.field) } : one))} attempt={form.attempt} />
      <RadioGroup
        id={id('how')}
        label={t('handover.give.how')}
        options={[
          { value: 'account', label: t('handover.give.account') },
          { value: 'link', label: t('handover.give.link'), help: t('handover.give.linkHelp') },
        ]}
        value={draft.how}
        onChange={(how) => change({ how })}
      />
      {draft.how === 'account' ? (
        <Select
          id={id('personId')}
          label={t('handover.give.person')}
          empty={t('handover.give.personNone')}
          options={colleagues.map((one) => ({ value: one.id, label: one.name }))}
          error={form.error('personId')}
          value={draft.personId}
          onChange={(personId) => change({ personId })}
        />
      ) : (
        <>
          <TextField id={id('name')} label={t('handover.give.name')} autocomplete="off" maxLength={200} error={form.error('name')} value={draft.name} onChange={(name) => change({ name })} />
          <TextField id={id('email')} type="email" label={t('handover.give.email')} autocomplete="off" maxLength={254} error={form.error('email')} value={draft.email} onChange={(email) => change({ email })} />
        </>
      )}
      <TextField id={id('deadline')} type="date" label={t('handover.give.deadline')} help={t('handover.give.deadlineHelp', { date: formatLastDay(round.closesAt) })} error={form.error('deadline')} value={draft.deadline} onChange={(deadline) => change({ deadline })} />
      <Textarea id={id('note')} label={t('handover.give.note')} optional rows={3} maxLength={4000} error={form.error('note')} value={draft.note} onChange={(note) => change({ note })} />
      <div class="actions">
        <Button type="submit" variant="secondary" busy={form.busy}>
          {t('handover.give.send')}
        </Button>
      </div>
    </form>
  )
}
