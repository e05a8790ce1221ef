import { useRef, useState } from 'preact/hooks'
import { Button, Dialog } from '~/components'
import { FieldError } from '~/components/field/Field'
import { t } from '~/i18n'
import { isAnswered, type Row, rowNumber, type Value } from '../form'
import { columnsOf } from '../paste/cells'
import { frameOf } from './frame'
import { Items, type ItemProps } from './ItemField'
import { PasteRows } from './PasteRows'
import { asRows, rowPlace, standingOf } from './place'

const answersIn = (row: Row) => Object.entries(row).filter(([name, value]) => name !== rowNumber && isAnswered(value)).length

/** The same questions once per row: rows are added, pasted, and taken away after a question. */
export function Repeat({ place, item }: ItemProps) {
  const { id, label, help, error } = frameOf(place, item)
  const [removing, setRemoving] = useState<number | null>(null)
  const standings = standingOf(place, item)?.rows ?? []
  const rows = standings.map((_, i) => asRows(place.answers[item.name])[i] ?? {})
  // As they are now, not as they were drawn: a file arrives long after it was chosen, and more is typed meanwhile.
  const latest = useRef(rows)
  latest.current = rows
  const nameOf = (i: number) => t('form.row', { number: i + 1 })
  const change = (drawn: Row, i: number, name: string, value: Value) => {
    const number = drawn[rowNumber]
    latest.current = latest.current.map((one, other) => ((number === undefined ? other === i : one[rowNumber] === number) ? { ...one, [name]: value } : one))
    place.change(item.name, latest.current)
  }
  const put = (next: readonly Row[]) => {
    place.change(item.name, next.length > 0 ? next : null)
    place.leave()
  }
  const remove = (i: number) => {
    setRemoving(null)
    put(rows.filter((_, other) => other !== i))
    document.getElementById(id)?.focus()
  }
  const add = () => {
    put([...rows, {}])
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`#${CSS.escape(`${id}-row-${rows.length}`)} :is(input, select, textarea)`)?.focus())
  }

  return (
    <section class="form-repeat" id={id} tabIndex={-1} aria-labelledby={`${id}-title`}>
      <h3 class="ds-heading" data-size="xs" id={`${id}-title`}>
        {label}
      </h3>
      {help && <div class="field__help">{help}</div>}
      <FieldError id={id} error={error} />
      {rows.length === 0 && <p class="meta">{t('form.rowsNone')}</p>}
      {rows.map((row, i) => {
        const inner = rowPlace(place, item, i, row, standings[i] ?? new Map(), (name, value) => change(row, i, name, value))
        return (
          <fieldset key={i} class="form-row" id={`${id}-row-${i}`}>
            <legend class="ds-heading" data-size="2xs">
              {nameOf(i)}
            </legend>
            <Items place={inner} items={item.items ?? []} />
            {!item.count && !item.readOnly && (
              <p>
                <Button small variant="tertiary" danger onClick={() => (answersIn(row) > 0 ? setRemoving(i) : remove(i))}>
                  {t('form.removeRow', { name: nameOf(i) })}
                </Button>
              </p>
            )}
          </fieldset>
        )
      })}
      {!item.count && !item.readOnly && (
        <>
          <p>
            <Button variant="secondary" small onClick={add}>
              {t('form.addRow')}
            </Button>
          </p>
          {columnsOf(item.items ?? []).length > 0 && <PasteRows place={place} item={item} onTake={(taken) => put([...rows.filter((row) => answersIn(row) > 0), ...taken])} />}
        </>
      )}
      <Dialog
        open={removing !== null}
        onClose={() => setRemoving(null)}
        title={t('form.removeTitle', { name: nameOf(removing ?? 0) })}
        actions={
          <>
            <Button danger onClick={() => remove(removing ?? 0)}>
              {t('form.removeYes')}
            </Button>
            <Button variant="secondary" onClick={() => setRemoving(null)}>
              {t('form.removeNo')}
            </Button>
          </>
        }
      >
        <p>{t('form.removeText', { n: answersIn(rows[removing ?? 0] ?? {}) })}</p>
      </Dialog>
    </section>
  )
}
