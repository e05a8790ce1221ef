import type { ComponentChildren } from 'preact'
import { t } from '~/i18n'
import { describedBy, FieldError, type FieldFrame } from './Field'

interface GroupProps extends FieldFrame {
  onBlur?: () => void
  children: ComponentChildren
}

function Group({ id, label, help, error, optional, onBlur, children }: GroupProps) {
  return (
    <fieldset
      class="ds-fieldset field"
      id={id}
      tabIndex={-1}
      aria-describedby={describedBy({ id, help, error })}
      onFocusOut={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) onBlur?.()
      }}
    >
      <legend class="ds-label" data-weight="medium">
        {label}
        {optional && <span class="field__optional"> {t('common.optional')}</span>}
      </legend>
      {help && (
        <div class="field__help" id={`${id}-help`}>
          {help}
        </div>
      )}
      <FieldError id={id} error={error} />
      {children}
    </fieldset>
  )
}

export interface Choice<V extends string = string> {
  value: V
  label: ComponentChildren
  help?: ComponentChildren
}

interface OneProps {
  id: string
  type: 'radio' | 'checkbox'
  name: string
  label: ComponentChildren
  help?: ComponentChildren
  checked: boolean
  invalid?: boolean
  onChange: (checked: boolean) => void
}

function One({ id, type, name, label, help, checked, invalid, onChange }: OneProps) {
  return (
    <div class="ds-field">
      <input
        class="ds-input"
        type={type}
        id={id}
        name={name}
        checked={checked}
        aria-invalid={invalid ? 'true' : undefined}
        aria-describedby={help ? `${id}-help` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label class="ds-label" data-weight="regular" for={id}>
        {label}
      </label>
      {help && (
        <div data-field="description" id={`${id}-help`}>
          {help}
        </div>
      )}
    </div>
  )
}

export interface RadioGroupProps<V extends string> extends FieldFrame {
  options: readonly Choice<V>[]
  value: V | null
  onChange: (value: V) => void
  /** Called when focus leaves the whole group. */
  onBlur?: () => void
}

/** One of a few, all of them seen. */
export function RadioGroup<V extends string>({ options, value, onChange, ...frame }: RadioGroupProps<V>) {
  return (
    <Group {...frame}>
      {options.map((option) => (
        <One
          key={option.value}
          type="radio"
          id={`${frame.id}-${option.value}`}
          name={frame.id}
          label={option.label}
          help={option.help}
          checked={option.value === value}
          invalid={Boolean(frame.error)}
          onChange={() => onChange(option.value)}
        />
      ))}
    </Group>
  )
}

export interface CheckboxGroupProps<V extends string> extends FieldFrame {
  options: readonly Choice<V>[]
  value: readonly V[]
  onChange: (value: V[]) => void
  onBlur?: () => void
}

/** Any number of a few. */
export function CheckboxGroup<V extends string>({ options, value, onChange, ...frame }: CheckboxGroupProps<V>) {
  return (
    <Group {...frame}>
      {options.map((option) => (
        <One
          key={option.value}
          type="checkbox"
          id={`${frame.id}-${option.value}`}
          name={frame.id}
          label={option.label}
          help={option.help}
          checked={value.includes(option.value)}
          invalid={Boolean(frame.error)}
          onChange={(on) => onChange(on ? [...value, option.value] : value.filter((one) => one !== option.value))}
        />
      ))}
    </Group>
  )
}

export interface CheckboxProps {
  id: string
  label: ComponentChildren
  help?: ComponentChildren
  error?: string | undefined
  checked: boolean
  onChange: (checked: boolean) => void
}

/** Yes or no to one thing. */
export function Checkbox({ id, label, help, error, checked, onChange }: CheckboxProps) {
  return (
    <div class="field">
      <FieldError id={id} error={error} />
      <One type="checkbox" id={id} name={id} label={label} help={help} checked={checked} invalid={Boolean(error)} onChange={onChange} />
    </div>
  )
}
