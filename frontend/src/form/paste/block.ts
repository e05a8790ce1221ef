/**
 * The cells of what was copied from a spreadsheet: tabs between cells, line breaks
 * between rows; a cell in quotes may hold both, and doubled quotes. The empty last
 * line that spreadsheets add is no row. Nothing else of the text is lost.
 */
export function readBlock(text: string): string[][] {
  const rest = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  const cell = /"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*)/y
  const rows: string[][] = [[]]
  for (;;) {
    const [, quoted, plain = ''] = cell.exec(rest) ?? []
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replace(/""/g, '"'))
    if (cell.lastIndex >= rest.length) return rows
    if (rest[cell.lastIndex] === '\n') rows.push([])
    cell.lastIndex++
  }
}

/** Whether what was pasted is more than one cell, and thus no text for one field. */
export function isBlock(text: string): boolean {
  const [first, ...more] = readBlock(text)
  return more.length > 0 || (first?.length ?? 0) > 1
}
