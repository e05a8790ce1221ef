import type { JSX } from 'preact'
import { describedBy, Field, type FieldFrame } from './Field'

type Control = Omit<JSX.IntrinsicElements['textarea'], 'id' | 'label' | 'value' | 'onChange'>

export interface TextareaProps extends FieldFrame, Control {
  value: string
  onChange: (value: string) => void
}

/** Several lines of text. */
export function Textarea({ id, label, help, error, optional, value, onChange, ...rest }: TextareaProps) {
  return (
    <Field id={id} label={label} help={help} error={error} optional={optional ?? false}>
      <textarea
        rows={4}
        {...rest}
        class={['ds-input', rest.class].filter(Boolean).join(' ')}
        id={id}
        name={rest.name ?? id}
        value={value}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy({ id, help, error })}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </Field>
  )
}
