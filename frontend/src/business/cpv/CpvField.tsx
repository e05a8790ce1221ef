import { useEffect, useRef, useState } from 'preact/hooks'
import { announce } from '~/app/announce'
import { Button, Field } from '~/components'
import { t } from '~/i18n'
import type { CpvCode } from '../solution/draft'
import { cpvCode, sameCode } from './cpvCode'
import { useCpvSearch } from './useCpvSearch'
import './cpv.css'

const most = 20

export interface CpvFieldProps {
  value: readonly CpvCode[]
  onChange: (value: readonly CpvCode[]) => void
  /** What is written and not chosen yet; the form must not be saved without it. */
  text: string
  onText: (text: string) => void
  error: string | undefined
}

/** CPV codes: found by word or digits in a list that opens under the field, or typed; the chosen ones stand below. */
export function CpvField({ value, onChange, text, onText, error }: CpvFieldProps) {
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const [own, setOwn] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const search = useCpvSearch(text)

  const typed = cpvCode(text)
  const found = search.state === 'found' ? search.items : []
  // A code that is typed whole can be used even where the list is away or doesn't know it.
  const options: readonly CpvCode[] = typed && !found.some(({ code }) => sameCode(code, typed)) ? [{ code: typed, label: '' }, ...found] : found
  const shown = open && options.length > 0
  const chosen = shown ? options[active] : undefined

  const status = search.state === 'found' ? (options.length > 0 ? t('business.edit.cpvFound', { n: options.length }) : t('business.edit.cpvNone', { word: search.word })) : search.state === 'failed' ? t('business.edit.cpvFailed') : ''
  useEffect(() => {
    setActive(-1)
    if (status && open) announce(status)
  }, [status, text])

  function add(code: CpvCode): void {
    setOwn('')
    onText('')
    setOpen(false)
    if (value.some((one) => sameCode(one.code, code.code))) return
    if (value.length >= most) {
      setOwn(t('business.edit.cpvMost', { n: most }))
      return
    }
    onChange([...value, code])
    announce(t('business.edit.cpvAdded', { code: code.code }))
  }

  /** The field is done with: a whole code is taken, anything else can't be. */
  function settle(): void {
    if (typed) add(options.find(({ code }) => sameCode(code, typed)) ?? { code: typed, label: '' })
    else if (text.trim()) setOwn(t('business.edit.cpvWrong'))
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive((now) => (options.length === 0 ? -1 : (Math.max(now, step > 0 ? -1 : 0) + step + options.length) % options.length))
    } else if (event.key === 'Enter') {
      // Enter in this field chooses; it must not send the form.
      if (text.trim()) event.preventDefault()
      if (chosen) add(chosen)
      else settle()
    } else if (event.key === 'Escape' && shown) {
      event.preventDefault()
      setOpen(false)
    }
  }

  return (
    <div class="cpv">
      <Field id="cpv" label={t('business.edit.cpv')} help={t('business.edit.cpvHelp')} error={own || error} optional>
        <div class="cpv__box">
          <input
            class="ds-input"
            ref={input}
            id="cpv"
            type="text"
            role="combobox"
            autocomplete="off"
            maxLength={100}
            aria-autocomplete="list"
            aria-expanded={shown ? 'true' : 'false'}
            aria-controls="cpv-list"
            aria-activedescendant={chosen ? `cpv-option-${active}` : undefined}
            aria-invalid={own || error ? 'true' : undefined}
            aria-describedby={`cpv-help${own || error ? ' cpv-error' : ''}`}
            value={text}
            onInput={(event) => {
              onText(event.currentTarget.value)
              setOwn('')
              setOpen(true)
            }}
            onKeyDown={onKeyDown}
            onBlur={() => {
              setOpen(false)
              settle()
            }}
          />
          <ul class="cpv__list" id="cpv-list" role="listbox" aria-label={t('business.edit.cpv')} hidden={!shown}>
            {options.map((option, i) => (
              <li
                key={option.code}
                id={`cpv-option-${i}`}
                role="option"
                aria-selected={i === active ? 'true' : 'false'}
                class={i === active ? 'cpv__option cpv__option--active' : 'cpv__option'}
                // Pressed before the field loses focus, which would close the list.
                onMouseDown={(event) => {
                  event.preventDefault()
                  add(option)
                }}
              >
                {option.label ? (
                  <>
                    <span class="figures">{option.code}</span> {option.label}
                  </>
                ) : (
                  t('business.edit.cpvUse', { code: option.code })
                )}
              </li>
            ))}
          </ul>
        </div>
      </Field>
      <p class="meta cpv__status">{open && !shown ? (search.state === 'searching' ? t('business.edit.cpvSearching') : status) : ''}</p>
      {value.length > 0 && (
        <ul class="cpv__chosen" aria-label={t('business.edit.cpvChosen')}>
          {value.map((one) => (
            <li key={one.code}>
              <span>
                <span class="figures">{one.code}</span> {one.label}
              </span>
              <Button
                variant="tertiary"
                small
                aria-label={t('business.edit.cpvRemove', { code: one.code })}
                onClick={() => {
                  onChange(value.filter(({ code }) => code !== one.code))
                  announce(t('business.edit.cpvRemoved', { code: one.code }))
                  input.current?.focus()
                }}
              >
                <span aria-hidden="true">✕</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
