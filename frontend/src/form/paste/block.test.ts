import { expect, test } from 'vitest'
import { isBlock, readBlock } from './block'

test.each([
  ['', [['']]],
  ['12', [['12']]],
  ['12\n', [['12']]],
  ['12\r\n', [['12']]],
  ['1\t2\r\n3\t4\r\n', [['1', '2'], ['3', '4']]],
  ['1\r2', [['1'], ['2']]],
  ['1\t\t3\n\t\t', [['1', '', '3'], ['', '', '']]],
  ['a\n\nb', [['a'], [''], ['b']]],
  ['12\n\n', [['12'], ['']]],
  ['"a\nb"\t2', [['a\nb', '2']]],
  ['"si ""ja"""\t2', [['si "ja"', '2']]],
  ['"ikke lukket\t2', [['"ikke lukket', '2']]],
  ['"a"b\t2', [['"a"b', '2']]],
  ['5"\t2', [['5"', '2']]],
])('%j is %j', (text, rows) => {
  expect(readBlock(text)).toEqual(rows)
})

test('one cell is no block', () => {
  expect(['12', '12\r\n', '"a\nb"', '1\t2', '1\n2', ''].map(isBlock)).toEqual([false, false, false, true, true, false])
})

test('what is written as a spreadsheet writes it is read as the same cells', () => {
  let seed = 7
  const next = (most: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % most
  const signs = ['a', '1', ' ', '"', '""', '\t', '\n', ',', '=', 'å', '😀']
  const write = (cell: string) => (/[\t\n"]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)
  for (let i = 0; i < 500; i++) {
    const rows = Array.from({ length: 1 + next(4) }, () => Array.from({ length: 1 + next(4) }, () => Array.from({ length: next(5) }, () => signs[next(signs.length)]).join('')))
    const text = `${rows.map((row) => row.map(write).join('\t')).join('\r\n')}\r\n`
    expect(readBlock(text), JSON.stringify(text)).toEqual(rows)
    // Anything at all is read as some cells, and in reasonable time.
    const anything = Array.from({ length: next(40) }, () => signs[next(signs.length)]).join('')
    expect(readBlock(anything).flat().join('').length).toBeLessThanOrEqual(anything.length)
  }
})
