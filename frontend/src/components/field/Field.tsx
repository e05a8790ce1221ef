import type { ComponentChildren } from 'preact'
import { t } from '~/i18n'
import './field.css'

export interface FieldFrame {
  /** Also the target of the links in the error summary. */
  id: string
  label: ComponentChildren
  help?: ComponentChildren
  /** The same words as in the error summary. */
  error?: string | undefined
  /** Says "(optional)" after the label; required is the rule and isn't marked. */
  optional?: boolean
}

/** Ids that tie a control to its help and its error, for aria-describedby. */
export function describedBy({ id, help, error }: Pick<FieldFrame, 'id' | 'help' | 'error'>): string | undefined {
  return [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
}

export function FieldError({ id, error }: { id: string; error?: string | undefined }) {
  if (!error) return null
  return (
    <p class="ds-validation-message" data-field="validation" data-color="danger" id={`${id}-error`}>
      <span class="ds-sr-only">{t('errors.titlePrefix')} </span>
      {error}
    </p>
  )
}

/** Label, help, error and the control between them. The named fields below are what pages use. */
export function Field({ id, label, help, error, optional, children }: FieldFrame & { children: ComponentChildren }) {
  return (
    <div class="ds-field field">
      <label class="ds-label" data-weight="medium" for={id}>
        {label}
        {optional && <span class="field__optional"> {t('common.optional')}</span>}
      </label>
      {help && (
        <div data-field="description" id={`${id}-help`}>
          {help}
        </div>
      )}
      <FieldError id={id} error={error} />
      {children}
    </div>
  )
}
