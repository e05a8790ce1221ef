import { useState } from 'preact/hooks'
import { announce } from '~/app/announce'
import { Alert, Button, Details, Textarea } from '~/components'
import { formatList, t } from '~/i18n'
import type { Row } from '../form'
import { readBlock } from '../paste/block'
import { type CellFault, columnsOf, readRows } from '../paste/cells'
import { idOf, labelOf } from './place'
import type { ItemProps } from './ItemField'

/** Rows copied from a spreadsheet. Where a cell can't be read nothing is taken in, and what was pasted stays to be mended. */
export function PasteRows({ place, item, onTake }: ItemProps & { onTake: (rows: Row[]) => void }) {
  const [text, setText] = useState('')
  const [faults, setFaults] = useState<CellFault[]>([])
  const columns = columnsOf(item.items ?? [])

  const take = () => {
    const block = readRows(place.form, columns, readBlock(text), (column) => labelOf(place, column), place.language)
    setFaults(block.faults)
    if (block.faults.length > 0 || block.rows.length === 0) return
    onTake(block.rows)
    setText('')
    announce(t('form.pasteTaken', { n: block.rows.length }))
  }

  return (
    <Details summary={t('form.pasteRows')}>
      {faults.length > 0 && (
        <Alert tone="warning" live>
          <p>{t('form.pasteFaults', { n: faults.length })}</p>
          <ul>
            {faults.map((fault) => (
              <li key={`${fault.row} ${fault.column}`}>{t('form.pasteFault', { row: fault.row + 1, column: fault.column, text: fault.text, why: fault.why })}</li>
            ))}
          </ul>
        </Alert>
      )}
      <Textarea
        id={`${idOf(place, item)}-paste`}
        rows={4}
        spellcheck={false}
        label={t('form.pasteRowsLabel')}
        help={t('form.pasteRowsHelp', { columns: formatList(columns.map((column) => labelOf(place, column))) })}
        value={text}
        onChange={setText}
      />
      <p>
        <Button small variant="secondary" onClick={take}>
          {t('form.pasteTake')}
        </Button>
      </p>
    </Details>
  )
}
