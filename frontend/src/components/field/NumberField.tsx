import { useEffect, useRef, useState } from 'preact/hooks'
import { parseNumber, writeNumber } from '~/i18n'
import { TextField, type TextFieldProps } from './TextField'

export interface NumberFieldProps extends Omit<TextFieldProps, 'value' | 'onChange' | 'type' | 'inputMode'> {
  value: number | null
  /** null when emptied, NaN when it can't be read; the page says so in error. */
  onChange: (value: number | null) => void
}

/** A number as people type it, with space, comma or point; shown back in the locale when the field is left. */
export function NumberField({ value, onChange, onBlur, ...rest }: NumberFieldProps) {
  const [typed, setTyped] = useState(() => writeNumber(value))
  const handed = useRef(value)

  useEffect(() => {
    // Changed from outside: an earlier answer taken over, the other's value chosen in a conflict.
    if (!Object.is(value, handed.current)) {
      handed.current = value
      setTyped(writeNumber(value))
    }
  }, [value])

  return (
    <TextField
      characters={12}
      autocomplete="off"
      {...rest}
      inputMode="decimal"
      value={typed}
      onChange={(text) => {
        setTyped(text)
        handed.current = parseNumber(text)
        onChange(handed.current)
      }}
      onBlur={(event) => {
        const number = parseNumber(typed)
        if (number !== null && Number.isFinite(number)) setTyped(writeNumber(number))
        onBlur?.(event)
      }}
    />
  )
}
