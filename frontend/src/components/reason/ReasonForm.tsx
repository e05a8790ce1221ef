import { useState } from 'preact/hooks'
import { Button, ErrorSummary, Textarea } from '~/components'
import { useForm } from '~/hooks'

export interface ReasonFormProps {
  id: string
  label: string
  help?: string
  button: string
  danger?: boolean
  /** The message while the reason is missing. */
  missing: string
  action: (reason: string, idempotencyKey: string) => Promise<void>
}

/** Something that is done only with a reason, which those concerned will read. */
export function ReasonForm({ id, label, help, button, danger, missing, action }: ReasonFormProps) {
  const form = useForm()
  const [reason, setReason] = useState('')
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void form.send(
          { reason: reason.trim() },
          (body, key) => action(body.reason, key),
          (body) => (body.reason.length >= 3 ? [] : [{ field: id, message: missing }]),
        )
      }}
    >
      <ErrorSummary errors={form.errors.map((one) => (one.field === 'reason' ? { ...one, field: id } : one))} attempt={form.attempt} />
      <Textarea id={id} label={label} help={help} maxLength={2000} rows={3} error={form.error(id) ?? form.error('reason')} value={reason} onChange={setReason} />
      <div class="actions">
        <Button type="submit" variant="secondary" danger={danger ?? false} busy={form.busy}>
          {button}
        </Button>
      </div>
    </form>
  )
}
