import type { ComponentChildren } from 'preact'
import { useScrolls } from '~/hooks/useScrolls'
import './table.css'

export interface Column<Row> {
  key: string
  head: ComponentChildren
  cell: (row: Row) => ComponentChildren
  /** Figures stand to the right, in figures of equal width. */
  numeric?: boolean
  /** Words that belong together, such as a day: the column is never narrower. */
  unbroken?: boolean
  /** The cell that names the row. */
  rowHead?: boolean
}

export interface TableProps<Row> {
  /** Says what the table shows; always there, may be hidden where a heading says the same. */
  caption: string
  hideCaption?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** The last row in bold, for sums. */
  foot?: ComponentChildren
}

/** A data table in its own box: where it is too wide the box scrolls, by keyboard too, and never the page. */
export function Table<Row>({ caption, hideCaption, columns, rows, rowKey, foot }: TableProps<Row>) {
  const { box, scrolls } = useScrolls<HTMLDivElement>()
  return (
    <div class="table-box" ref={box} {...(scrolls ? { tabIndex: 0, role: 'region', 'aria-label': caption } : {})}>
      <table class="ds-table table" data-color="neutral">
        <caption class={hideCaption ? 'ds-sr-only' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" class={column.numeric ? 'table__number' : undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) =>
                column.rowHead ? (
                  <th key={column.key} scope="row" class={column.unbroken ? 'table__unbroken' : undefined}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} class={column.numeric ? 'table__number' : column.unbroken ? 'table__unbroken' : undefined}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {foot && <tfoot>{foot}</tfoot>}
      </table>
    </div>
  )
}
