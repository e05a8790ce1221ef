import { useEffect, useRef } from 'preact/hooks'
import { Link } from '~/app/Link'
import { shownErrors } from '~/app/shownErrors'
import { t } from '~/i18n'

export interface FormError {
  /** Id of the field, which the entry links to; empty for what belongs to the form as a whole. */
  field: string
  message: string
}

export interface ErrorSummaryProps {
  errors: readonly FormError[]
  /** Change it at each try to send, so that the summary takes focus again (useForm does). */
  attempt: number
  /** Where a field stands that isn't on this page: its page, which puts focus in it. */
  elsewhere?: (field: string) => string | undefined
}

/** Takes the reader to a field by its id, its label in sight; into a group, to its first control. */
export function goToField(id: string): void {
  const target = document.getElementById(id)
  const control = target?.matches('fieldset') ? target.querySelector<HTMLElement>('input, select, textarea') : target
  const label = (target as HTMLInputElement | null)?.labels?.[0]
  ;(target?.querySelector('legend') ?? label ?? target)?.scrollIntoView({ block: 'start' })
  control?.focus({ preventScroll: true })
}

/**
 * Stands on top of a form after a try to send it: takes focus, and links to each
 * field with the same words as beside it. The window's title says "Error:" meanwhile.
 */
export function ErrorSummary({ errors, attempt, elsewhere }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  const any = errors.length > 0
  useEffect(() => {
    if (!any) return
    box.current?.focus({ preventScroll: true })
    box.current?.scrollIntoView({ block: 'start' })
  }, [attempt, any])
  useEffect(() => {
    if (!any) return
    shownErrors.set(shownErrors.get() + 1)
    return () => shownErrors.set(shownErrors.get() - 1)
  }, [any])
  if (!any) return null
  return (
    <div class="ds-error-summary" tabIndex={-1} ref={box} role="group" aria-labelledby="error-summary">
      <h2 class="ds-heading" data-size="xs" id="error-summary">
        {t('errors.summary', { n: errors.length })}
      </h2>
      <ul class="ds-list">
        {errors.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <Entry field={field} message={message} to={elsewhere?.(field)} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Entry({ field, message, to }: FormError & { to: string | undefined }) {
  if (!field) return <>{message}</>
  if (to) return <Link to={to}>{message}</Link>
  return (
    <a
      class="ds-link"
      href={`#${field}`}
      onClick={(event) => {
        event.preventDefault()
        goToField(field)
      }}
    >
      {message}
    </a>
  )
}
