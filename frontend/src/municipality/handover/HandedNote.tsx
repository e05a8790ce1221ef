import { useState } from 'preact/hooks'
import { asProblem, newKey, type Problem } from '~/api'
import { announce } from '~/app/announce'
import { Alert, Button, FailedState } from '~/components'
import { formatDate, t } from '~/i18n'
import { type Assignment, moveAssignment } from './assignment'
import { AssignmentActions } from './AssignmentActions'
import './handover.css'

export interface HandedNoteProps {
  assignment: Assignment
  /** Whether the reader may take it back and accept it. */
  mayEdit: boolean
  onChanged: () => void
}

/** Above a section that somebody has: to others why it is locked, to its colleague what was asked. */
export function HandedNote({ assignment, mayEdit, onChanged }: HandedNoteProps) {
  const { name, deadline, state, mine, note } = assignment
  const date = formatDate(deadline)
  if (mine) {
    return (
      <Alert title={t('handover.lock.mine')}>
        <p>{state === 'answered' ? t('handover.lock.mineAnswered') : t('handover.lock.mineText', { date })}</p>
        {note && <p class="typed">{note}</p>}
      </Alert>
    )
  }
  return (
    <Alert tone={state === 'answered' ? 'warning' : 'info'} title={t('handover.lock.title', { name })}>
      <p>{state === 'answered' ? t('handover.lock.answered', { name }) : t('handover.lock.text', { name, date })}</p>
      {note && <p class="typed">{note}</p>}
      {mayEdit && <AssignmentActions assignment={assignment} onChanged={onChanged} />}
    </Alert>
  )
}

export interface DoneProps {
  assignment: Assignment
  /** Saves what waits to be saved; false where something can't be. */
  beforehand: () => Promise<boolean>
  onChanged: () => void
}

/** Says that one is done with a section. */
export function Done({ assignment, beforehand, onChanged }: DoneProps) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  if (!assignment.mine || assignment.state === 'answered') return null
  const say = async () => {
    setProblem(null)
    if (!(await beforehand())) return
    setBusy(true)
    try {
      await moveAssignment(assignment, 'answered', '', newKey())
      announce(t('handover.doneSaid'))
      onChanged()
    } catch (thrown) {
      setProblem(asProblem(thrown))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      {problem && <FailedState problem={problem} />}
      <Button busy={busy} onClick={() => void say()}>
        {t('handover.done')}
      </Button>
    </>
  )
}
