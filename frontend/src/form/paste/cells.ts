import { parseNumber, t } from '~/i18n'
import { faultOf } from '../faults'
import type { Choice, Form, Item, Kind, Row, Value } from '../form'
import { wrongOf } from '../logic/accept'

/** A cell that can't be read, and why: rows and columns count from 0. */
export interface CellFault {
  row: number
  column: string
  text: string
  why: string
}

export interface Block {
  rows: Row[]
  faults: CellFault[]
}

/** Kinds whose answer fits into one cell. */
const pasteable: ReadonlySet<Kind> = new Set<Kind>(['whole', 'decimal', 'percent', 'money', 'text', 'long_text', 'choice', 'choices', 'yes_no', 'date', 'time', 'year', 'scale'])

/** The columns of a repeat's rows: its questions that fit into a cell, groups opened, in their order. */
export function columnsOf(items: readonly Item[]): Item[] {
  return items.flatMap((item) => (item.kind === 'group' ? columnsOf(item.items ?? []) : pasteable.has(item.kind) && !item.readOnly ? [item] : []))
}

const words: Readonly<Record<string, boolean>> = { ja: true, yes: true, x: true, true: true, sann: true, 1: true, nei: false, no: false, false: false, usann: false, 0: false }

function dateOf(text: string): string {
  const parts = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text)
  return parts ? `${parts[3]}-${parts[2]?.padStart(2, '0')}-${parts[1]?.padStart(2, '0')}` : text
}

function choiceOf(choices: readonly Choice[], text: string): string | undefined {
  const wanted = text.toLocaleLowerCase()
  return (choices.find(({ name }) => name === text) ?? choices.find(({ label }) => Object.values(label).some((one) => one.trim().toLocaleLowerCase() === wanted)))?.name
}

/** The answer that the text of a cell is; undefined where it is none. An empty cell is no answer. */
function valueOf(form: Form, item: Item, cell: string): Value | undefined {
  const text = cell.trim()
  const choices = form.lists?.[item.list ?? ''] ?? []
  if (text === '') return null
  switch (item.kind) {
    case 'text':
    case 'long_text':
      return cell
    case 'date':
      return dateOf(text)
    case 'time':
      return text.replace(/^(\d)[:.]/, '0$1:').replace('.', ':').replace(/^(\d\d:\d\d):00$/, '$1')
    case 'yes_no':
      return words[text.toLocaleLowerCase()]
    case 'choice':
      return choiceOf(choices, text)
    case 'choices': {
      const names = text.split(/[,;]/).map((one) => choiceOf(choices, one.trim()))
      return names.includes(undefined) ? undefined : choices.map(({ name }) => name).filter((name) => names.includes(name))
    }
    default:
      return parseNumber(text, { whole: item.kind === 'whole' || item.kind === 'year' })
  }
}

/** The rows that cells are, column by column, and every cell that can't be read. Rows without anything in them are left out. */
export function readRows(form: Form, columns: readonly Item[], cells: readonly (readonly string[])[], nameOf: (item: Item) => string, language: string): Block {
  const faults: CellFault[] = []
  const rows = cells.flatMap((line, row): Row[] => {
    if (line.every((cell) => cell.trim() === '')) return []
    const more = line.slice(columns.length).filter((cell) => cell.trim() !== '')
    if (more.length > 0) faults.push({ row, column: t('form.row', { number: row + 1 }), text: more.join(' '), why: t('form.pasteTooMany', { n: more.length }) })
    const answers: Record<string, Value> = {}
    columns.forEach((item, i) => {
      const text = line[i] ?? ''
      const value = valueOf(form, item, text)
      const why = value === undefined ? t(item.kind === 'yes_no' ? 'form.fault.yesNo' : 'form.fault.cellChoice') : faultOf(form, item, { wrong: wrongOf(form, item, value) }, language)
      if (why) faults.push({ row, column: nameOf(item), text, why })
      else if (value !== null && value !== undefined) answers[item.name] = value
    })
    return [answers]
  })
  return { rows, faults }
}

/** Figures for the fields from one on downward: the first column of cells that holds numbers alone. */
export function readFigures(cells: readonly (readonly string[])[]): { texts: string[]; values: (number | null)[] } {
  const across = cells.length === 1
  const width = across ? 0 : Math.max(...cells.map((line) => line.length))
  const columns = across ? [[...(cells[0] ?? [])]] : Array.from({ length: width }, (_, i) => cells.map((line) => line[i] ?? ''))
  const readable = (texts: readonly string[]) => texts.some((text) => text.trim()) && texts.every((text) => !Number.isNaN(parseNumber(text)))
  const texts = columns.find(readable) ?? columns.find((column) => column.some((text) => text.trim() && !Number.isNaN(parseNumber(text)))) ?? columns[0] ?? []
  return { texts, values: texts.map((text) => parseNumber(text)) }
}
