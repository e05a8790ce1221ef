import { useState } from 'preact/hooks'
import { api, asProblem, call, newKey, type Problem } from '~/api'
import { announce } from '~/app/announce'
import { Button, Dialog, ErrorSummary, FailedState, Textarea, TextField } from '~/components'
import { useForm } from '~/hooks'
import { t } from '~/i18n'
import { type Assignment, moveAssignment } from './assignment'

export interface AssignmentActionsProps {
  assignment: Assignment
  onChanged: () => void
}

/** What those who may edit the response can do with a section that a colleague has. */
export function AssignmentActions({ assignment, onChanged }: AssignmentActionsProps) {
  const [asking, setAsking] = useState<'takeBack' | 'renew' | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const named = { section: assignment.sectionName, name: assignment.name }

  const accept = async () => {
    setBusy(true)
    setProblem(null)
    try {
      await moveAssignment(assignment, 'accepted', '', newKey())
      announce(t('handover.accepted'))
      onChanged()
    } catch (thrown) {
      setProblem(asProblem(thrown))
      setBusy(false)
    }
  }

  return (
    <>
      {problem && <FailedState problem={problem} />}
      <div class="handed__actions">
        {assignment.state === 'answered' && !assignment.mine && (
          <Button small busy={busy} onClick={() => void accept()} aria-label={t('handover.acceptLong', named)}>
            {t('handover.accept')}
          </Button>
        )}
        <Button small variant="secondary" onClick={() => setAsking('takeBack')} aria-label={t('handover.takeBackLong', named)}>
          {t('handover.takeBack')}
        </Button>
        <Button small variant="tertiary" onClick={() => setAsking('renew')} aria-label={t('handover.renewLong', named)}>
          {t('handover.renew')}
        </Button>
      </div>
      <Dialog open={asking === 'takeBack'} onClose={() => setAsking(null)} title={t('handover.takeBackLong', named)}>
        {asking === 'takeBack' && <TakeBack assignment={assignment} onDone={onChanged} />}
      </Dialog>
      <Dialog open={asking === 'renew'} onClose={() => setAsking(null)} title={t('handover.renewLong', named)}>
        {asking === 'renew' && (
          <Renew
            assignment={assignment}
            onDone={() => {
              setAsking(null)
              onChanged()
            }}
          />
        )}
      </Dialog>
    </>
  )
}

function TakeBack({ assignment, onDone }: { assignment: Assignment; onDone: () => void }) {
  const form = useForm()
  const [reason, setReason] = useState('')
  const id = `take-back-${assignment.id}`
  const send = async () => {
    const done = await form.send({ reason: reason.trim() }, async (body, key) => {
      await moveAssignment(assignment, 'taken_back', body.reason, key)
    })
    if (!done) return
    announce(t('handover.takenBack'))
    onDone()
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <p>{t('handover.takeBack.text')}</p>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <Textarea id={id} label={t('handover.takeBack.reason')} optional rows={2} maxLength={4000} value={reason} onChange={setReason} />
      <div class="actions">
        <Button type="submit" busy={form.busy}>
          {t('handover.takeBack')}
        </Button>
      </div>
    </form>
  )
}

function Renew({ assignment, onDone }: { assignment: Assignment; onDone: () => void }) {
  const form = useForm()
  const [deadline, setDeadline] = useState(assignment.deadline)
  const [note, setNote] = useState(assignment.note)
  const id = `renew-${assignment.id}`
  const send = async () => {
    const done = await form.send(
      { deadline, note: note.trim() },
      async (body) => {
        await call(api.PUT('/assignments/{assignmentId}', { params: { path: { assignmentId: assignment.id }, header: { 'If-Match': `"${assignment.version}"` } }, body }))
      },
      (body) => (body.deadline ? [] : [{ field: 'deadline', message: t('handover.give.lacksDeadline') }]),
    )
    if (!done) return
    announce(t('handover.renewed'))
    onDone()
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <p>{t('handover.renew.text')}</p>
      <ErrorSummary errors={form.errors.map((one) => (one.field === 'deadline' ? { ...one, field: `${id}-deadline` } : one))} attempt={form.attempt} />
      <TextField id={`${id}-deadline`} type="date" label={t('handover.give.deadline')} error={form.error('deadline')} value={deadline} onChange={setDeadline} />
      <Textarea id={`${id}-note`} label={t('handover.give.note')} optional rows={3} maxLength={4000} value={note} onChange={setNote} />
      <div class="actions">
        <Button type="submit" busy={form.busy}>
          {t('handover.renew.send')}
        </Button>
      </div>
    </form>
  )
}
