import { useState } from 'preact/hooks'
import { announce } from '~/app/announce'
import { Alert, NumberField } from '~/components'
import { describedBy, FieldError } from '~/components/field/Field'
import { t } from '~/i18n'
import type { Value } from '../form'
import { isBlock, readBlock } from '../paste/block'
import { readFigures } from '../paste/cells'
import { frameOf } from './frame'
import { InLanguage } from './InLanguage'
import type { ItemProps } from './ItemField'
import { unitOf } from './NumberAnswer'
import { labelOf } from './place'

type Figures = Readonly<Record<string, number | null>>

export const asFigures = (value: Value | undefined): Figures => (value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Figures) : {})

/** Several figures that make one answer; a column from a spreadsheet goes into all of them. */
export function PartsAnswer({ place, item }: ItemProps) {
  const { id, label, help, error } = frameOf(place, item)
  const parts = item.parts ?? []
  const figures = asFigures(place.answers[item.name])
  const [left, setLeft] = useState<string[]>([])
  const put = (some: Figures) => {
    const all: Figures = { ...figures, ...some }
    place.change(item.name, parts.some(({ name }) => (all[name] ?? null) !== null) ? all : null)
  }

  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    const from = parts.findIndex(({ name }) => (event.target as HTMLElement).id === `${id}-${name}`)
    if (from < 0 || !isBlock(text)) return
    event.preventDefault()
    const { texts, values } = readFigures(readBlock(text))
    const taken: Record<string, number> = {}
    const not: string[] = []
    values.forEach((value, i) => {
      const part = parts[from + i]
      if (value === null) return
      if (part && !Number.isNaN(value)) taken[part.name] = value
      else not.push(texts[i] ?? '')
    })
    put(taken)
    setLeft(not)
    announce(t('form.pastedCells', { n: Object.keys(taken).length }))
    place.leave()
  }

  return (
    <fieldset class="ds-fieldset field parts" id={id} tabIndex={-1} aria-describedby={describedBy({ id, help, error })} onPaste={paste}>
      <legend class="ds-label" data-weight="medium">
        {label}
      </legend>
      <div class="field__help" id={`${id}-help`}>
        {help} {t('form.partsPaste')}
      </div>
      <FieldError id={id} error={error} />
      {left.length > 0 && (
        <Alert tone="warning" live>
          <p>{t('form.pastedFault', { cells: left.map((text) => `«${text}»`).join(', ') })}</p>
        </Alert>
      )}
      {parts.map((part) => {
        const value = figures[part.name] ?? null
        return (
          <NumberField
            key={part.name}
            id={`${id}-${part.name}`}
            label={Object.keys(part.label).length > 0 ? <InLanguage form={place.form} text={part.label} wanted={place.language} /> : labelOf(place, part)}
            unit={unitOf(place, part)}
            error={Number.isNaN(value) ? t('form.fault.unreadable') : undefined}
            value={value}
            onChange={(next) => put({ [part.name]: next })}
            onBlur={place.leave}
          />
        )
      })}
    </fieldset>
  )
}
