import { useEffect, useRef, useState } from 'preact/hooks'
import { formatNumber, otherReading, parseNumber, t, writeNumber } from '~/i18n'
import { Button } from '../button/Button'
import { TextField, type TextFieldProps } from './TextField'

export interface NumberFieldProps extends Omit<TextFieldProps, 'value' | 'onChange' | 'type' | 'inputMode'> {
  value: number | null
  /** null when emptied, NaN when it can't be read; the page says so in error. */
  onChange: (value: number | null) => void
  /** The answer has no decimals. */
  whole?: boolean
}

/** A number as people type it, with space, comma or point; shown back in the locale when the field is left, and asked about where it has two readings. */
export function NumberField({ value, onChange, onBlur, whole, ...rest }: NumberFieldProps) {
  const [typed, setTyped] = useState(() => writeNumber(value))
  const [other, setOther] = useState<number>()
  const handed = useRef(value)

  useEffect(() => {
    // Changed from outside: an earlier answer taken over, the other's value chosen in a conflict.
    if (!Object.is(value, handed.current)) {
      handed.current = value
      setTyped(writeNumber(value))
      setOther(undefined)
    }
  }, [value])

  const hand = (number: number | null) => {
    handed.current = number
    onChange(number)
  }

  return (
    <>
      <TextField
        characters={12}
        autocomplete="off"
        {...rest}
        inputMode="decimal"
        value={typed}
        onChange={(text) => {
          setTyped(text)
          setOther(undefined)
          hand(parseNumber(text, { whole }))
        }}
        onBlur={(event) => {
          const number = parseNumber(typed, { whole })
          if (number !== null && Number.isFinite(number) && writeNumber(number) !== typed) {
            setOther(otherReading(typed, { whole }))
            setTyped(writeNumber(number))
          }
          onBlur?.(event)
        }}
      />
      {other !== undefined && value !== null && (
        <p class="field__reading" role="status">
          {t('common.readAs', { number: formatNumber(value) })}{' '}
          <Button
            small
            variant="tertiary"
            onClick={() => {
              setOther(undefined)
              setTyped(writeNumber(other))
              hand(other)
              document.getElementById(rest.id)?.focus()
            }}
          >
            {t('common.meant', { number: formatNumber(other) })}
          </Button>
        </p>
      )}
    </>
  )
}
