import type { JSX } from 'preact'
import { describedBy, Field, type FieldFrame } from './Field'

export interface Option<V extends string = string> {
  value: V
  label: string
}

type Control = Omit<JSX.IntrinsicElements['select'], 'id' | 'label' | 'value' | 'onChange' | 'size' | 'role' | 'multiple'>

export interface SelectProps<V extends string> extends FieldFrame, Control {
  options: readonly Option<V>[]
  value: V | ''
  onChange: (value: V) => void
  /** First line while nothing is chosen. Leave out where a choice always stands. */
  empty?: string
}

/** One of many. For up to six choices RadioGroup shows them all at once. */
export function Select<V extends string>({ id, label, help, error, optional, options, value, onChange, empty, ...rest }: SelectProps<V>) {
  return (
    <Field id={id} label={label} help={help} error={error} optional={optional ?? false}>
      <select
        {...rest}
        class={['ds-input', rest.class].filter(Boolean).join(' ')}
        id={id}
        name={rest.name ?? id}
        value={value}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy({ id, help, error })}
        onChange={(event) => onChange(event.currentTarget.value as V)}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
