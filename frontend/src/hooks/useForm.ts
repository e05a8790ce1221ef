import { useRef, useState } from 'preact/hooks'
import { asProblem, newKey, type Problem } from '~/api'
import { problemText } from '~/components/feedback/States'
import type { FormError } from '~/components/errors/ErrorSummary'

export interface Form {
  errors: readonly FormError[]
  /** Counts the tries to send; hand it to ErrorSummary. */
  attempt: number
  busy: boolean
  /** The error of a field, for the field itself. */
  error: (field: string) => string | undefined
  /**
   * Checks, then sends. Nothing is sent while check gives errors; what the server
   * refuses becomes errors too. The same body keeps its key over all tries, so that
   * a second press or a lost answer creates nothing twice. True when it went through.
   */
  send: <B>(body: B, action: (body: B, idempotencyKey: string) => Promise<void>, check?: (body: B) => FormError[]) => Promise<boolean>
  /** Shows errors that came from elsewhere. */
  fail: (problem: Problem) => void
}

/** A field error's place: "/contact/email" and "contact.email" belong to the control with the id "contact-email". */
export function fieldId(field: string): string {
  return field.replace(/^[#/]+/, '').replace(/[/.[\]]+/g, '-')
}

function errorsOf(problem: Problem): FormError[] {
  const fields = problem.fields.filter(({ message }) => message)
  if (fields.length > 0) return fields.map(({ field, message }) => ({ field: fieldId(field), message }))
  return [{ field: '', message: problemText(problem) }]
}

/** The errors, the busy state and the single sending of a form. */
export function useForm(): Form {
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  const sent = useRef({ body: '', key: '' })
  const running = useRef(false)

  const show = (next: readonly FormError[]) => {
    setErrors(next)
    setAttempt((n) => n + 1)
  }

  return {
    errors,
    attempt,
    busy,
    error: (field) => errors.find((error) => error.field === field)?.message,
    fail: (problem) => show(errorsOf(problem)),
    async send(body, action, check) {
      if (running.current) return false
      const found = check?.(body) ?? []
      if (found.length > 0) {
        show(found)
        return false
      }
      const text = JSON.stringify(body)
      if (sent.current.body !== text) sent.current = { body: text, key: newKey() }
      running.current = true
      setBusy(true)
      try {
        await action(body, sent.current.key)
        sent.current = { body: '', key: '' }
        setErrors([])
        return true
      } catch (thrown) {
        show(errorsOf(asProblem(thrown)))
        return false
      } finally {
        running.current = false
        setBusy(false)
      }
    },
  }
}
