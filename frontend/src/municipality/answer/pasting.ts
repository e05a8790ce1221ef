import { parseNumber } from '~/i18n'
import { fieldId } from '~/hooks/useForm'
import type { AnsweredQuestion, Choice, Question } from './draft'

/** Why something that was pasted can't be taken in. */
export type PasteFault = 'unreadable' | 'choice' | 'yesNo' | 'below' | 'unknown' | 'given' | 'twice' | 'more'

/** What a row of cells says about one field of a question: the value itself or one of its parts. */
export interface PastedRow {
  question: Question
  /** The key of the part; undefined where the question has one value. */
  part?: string
  value: number | Choice
  source?: string
  comment?: string
}

/** A cell that was not taken in: rows count from 1, as in the spreadsheet. */
export interface NotPasted {
  row: number
  text: string
  why: PasteFault
}

export interface Pasted {
  rows: PastedRow[]
  faults: NotPasted[]
}

interface Field {
  question: Question
  part?: Question['parts'][number]
  /** One of the questionnaire's own questions gives the answer: there is nothing to fill in. */
  given: boolean
}

/** The values that a page asks for, in their order. */
const fieldsOf = (questions: readonly AnsweredQuestion[]): Field[] =>
  questions.flatMap(({ question, givenBy }): Field[] => {
    const field = { question, given: givenBy !== undefined }
    return question.type === 'parts' ? question.parts.map((part) => ({ ...field, part })) : [field]
  })

/** The end of the id that the control of a field has, after "q-". */
const idOf = ({ question, part }: Field): string => `${fieldId(question.code)}-${part ? `part-${part.key}` : 'value'}`

const plain = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase()

/** What a field may be called in the column before its value: its code as in the spreadsheet of questions, or its texts. */
const namesOf = ({ question, part }: Field): string[] => (part ? [`${question.code}#${part.key}`, part.label] : [question.code, question.name, question.question]).map(plain)

const choices: Readonly<Record<string, Choice>> = { ja: 'yes', yes: 'yes', delvis: 'partly', partly: 'partly', nei: 'no', no: 'no' }
const yesNo: Readonly<Record<string, number>> = { yes: 1, no: 0 }

/** The value that the text of a cell is for a field, or why it is none. */
function valueOf({ question, part }: Field, text: string): { value: number | Choice } | { why: PasteFault } {
  const choice = choices[plain(text)]
  if (part?.type === 'yes_no') {
    const value = choice === undefined ? undefined : yesNo[choice]
    return value === undefined ? { why: 'yesNo' } : { value }
  }
  if (question.type === 'yes_partly_no') return choice === undefined ? { why: 'choice' } : { value: choice }
  const value = parseNumber(text)
  return value === null || Number.isNaN(value) ? { why: 'unreadable' } : { value }
}

const isNumber = (text: string) => text.trim() !== '' && !Number.isNaN(parseNumber(text))
const isValue = (text: string) => isNumber(text) || choices[plain(text)] !== undefined
const cellOf = (line: readonly string[], column: number) => (line[column] ?? '').trim()

/**
 * What a block of cells says, pasted into one field of a page. Where a column names
 * questions, by code or text, each row is for the one that it names, in any order; else
 * the rows are for the fields from that one downward, and an empty cell leaves its field
 * as it is. After the value may come source and comment. One row of numbers is read as
 * a column. Nothing that was pasted goes unsaid: each cell is taken in or among the faults.
 */
export function readPasted(questions: readonly AnsweredQuestion[], control: string, cells: readonly (readonly string[])[]): Pasted {
  const fields = fieldsOf(questions)
  const across = cells.length === 1 && (cells[0] ?? []).every((text) => text.trim() === '' || isNumber(text))
  const lines = across ? (cells[0] ?? []).map((text) => [text]) : cells
  const named = new Map<string, Field[]>()
  for (const field of fields) for (const name of new Set(namesOf(field))) named.set(name, [...(named.get(name) ?? []), field])
  const fieldOf = (line: readonly string[]) => {
    const found = named.get(plain(cellOf(line, 0)))
    return found?.length === 1 ? found[0] : undefined
  }
  const byName = lines.some((line) => line.length > 1 && fieldOf(line))
  const width = Math.max(...lines.map((line) => line.length))
  const readable = (column: number) => lines.some((line) => fieldOf(line) && isValue(cellOf(line, column)))
  const at = byName ? Math.max(1, Array.from({ length: width }, (_, i) => i).findIndex((i) => i > 0 && readable(i))) : 0
  const asked = fields.filter(({ given }) => !given)
  const first = asked.findIndex((field) => `q-${idOf(field)}` === control)

  const rows: PastedRow[] = []
  const faults: NotPasted[] = []
  const taken = new Set<string>()
  lines.forEach((line, i) => {
    const text = cellOf(line, at)
    const fault = (why: PasteFault, what: string) => faults.push({ row: across ? 1 : i + 1, text: what, why })
    if (line.every((cell) => cell.trim() === '')) return
    const field = byName ? fieldOf(line) : asked[first + i]
    if (!field) {
      // What stands above the columns names them, and is no answer.
      const heading = byName && i === 0 && !isValue(text)
      if (!heading) fault(byName ? 'unknown' : 'below', byName ? cellOf(line, 0) || text : text || line.find((cell) => cell.trim())?.trim() || '')
      return
    }
    const more = line.slice(at + 3).find((cell) => cell.trim() !== '')
    if (more !== undefined) fault('more', more.trim())
    const [source, comment] = [cellOf(line, at + 1), cellOf(line, at + 2)]
    if (text === '') {
      if (source || comment) fault('unreadable', source || comment)
      return
    }
    const read = valueOf(field, text)
    if (field.given) fault('given', cellOf(line, 0))
    else if ('why' in read) fault(read.why, text)
    else if (taken.has(idOf(field))) fault('twice', byName ? cellOf(line, 0) : text)
    else {
      taken.add(idOf(field))
      rows.push({ question: field.question, ...(field.part ? { part: field.part.key } : {}), value: read.value, ...(source ? { source } : {}), ...(comment ? { comment } : {}) })
    }
  })
  return { rows, faults }
}
