import { describedBy, Field, type FieldFrame } from './Field'

export interface TextFieldProps extends FieldFrame {
  type?: 'text' | 'email' | 'password' | 'search' | 'url' | 'tel' | 'date' | 'time' | 'datetime-local'
  value: string
  onChange: (value: string) => void
  onBlur?: (event: FocusEvent) => void
  /** Stands after the field: "kWh", "%". */
  unit?: string | undefined
  /** Width in characters, where the answer's length is known. */
  characters?: number
  name?: string
  autocomplete?: string
  inputMode?: 'text' | 'decimal' | 'numeric' | 'email' | 'url' | 'search'
  maxLength?: number
  spellcheck?: boolean
  readOnly?: boolean
  disabled?: boolean
}

/** One line of text; type gives email, password, search, url, date. */
export function TextField({ id, label, help, error, optional, unit, characters, type = 'text', value, onChange, ...rest }: TextFieldProps) {
  const input = (
    <input
      {...rest}
      // The typings want one kind at a time.
      type={type as 'text'}
      class="ds-input"
      id={id}
      name={rest.name ?? id}
      size={characters}
      value={value}
      aria-invalid={error ? 'true' : undefined}
      aria-describedby={[describedBy({ id, help, error }), unit && `${id}-unit`].filter(Boolean).join(' ') || undefined}
      onInput={(event) => onChange(event.currentTarget.value)}
    />
  )
  return (
    <Field id={id} label={label} help={help} error={error} optional={optional ?? false}>
      {unit ? (
        <div class="ds-field-affixes">
          {input}
          <span class="ds-field-affix" id={`${id}-unit`}>
            {unit}
          </span>
        </div>
      ) : (
        input
      )}
    </Field>
  )
}
