import type { Item } from '../form'

/** One line of a condition in plain words: a question, how it compares, and with what. */
export interface Clause {
  name: string
  test: Test
  value: string
}

export const tests = ['is', 'isNot', 'more', 'atLeast', 'less', 'atMost', 'has', 'hasNot', 'answered', 'unanswered'] as const
export type Test = (typeof tests)[number]

export interface Condition {
  /** Whether all lines must hold, or one of them. */
  all: boolean
  clauses: readonly Clause[]
}

const signs: Partial<Record<Test, string>> = { is: '==', isNot: '!=', more: '>', atLeast: '>=', less: '<', atMost: '<=' }
const numbers = new Set<Item['kind']>(['whole', 'decimal', 'percent', 'money', 'year', 'scale', 'calculated'])

/** How a question of a kind can be compared. */
export function testsFor(kind: Item['kind']): readonly Test[] {
  if (numbers.has(kind)) return ['is', 'isNot', 'more', 'atLeast', 'less', 'atMost', 'answered', 'unanswered']
  if (kind === 'date' || kind === 'time') return ['is', 'more', 'less', 'answered', 'unanswered']
  if (kind === 'choices' || kind === 'ranking') return ['has', 'hasNot', 'answered', 'unanswered']
  if (kind === 'parts' || kind === 'attachment' || kind === 'repeat' || kind === 'long_text') return ['answered', 'unanswered']
  return ['is', 'isNot', 'answered', 'unanswered']
}

export const needsValue = (test: Test) => test !== 'answered' && test !== 'unanswered'

/** A clause that lacks nothing. */
export const isWhole = ({ name, test, value }: Clause) => name !== '' && (!needsValue(test) || value !== '')

function written({ name, test, value }: Clause, kind: Item['kind'] | undefined): string {
  if (test === 'answered') return `answered(${name})`
  if (test === 'unanswered') return `!answered(${name})`
  const text = JSON.stringify(value)
  if (test === 'has') return `selected(${name}, ${text})`
  if (test === 'hasNot') return `!selected(${name}, ${text})`
  return `${name} ${signs[test]} ${kind === 'yes_no' ? value : kind && numbers.has(kind) && Number.isFinite(Number(value)) ? Number(value) : text}`
}

/** The condition as an expression; empty without a whole line. */
export function writeCondition({ all, clauses }: Condition, kindOf: (name: string) => Item['kind'] | undefined): string {
  return clauses
    .filter(isWhole)
    .map((clause) => written(clause, kindOf(clause.name)))
    .join(all ? ' && ' : ' || ')
}

const string = '"(?:[^"\\\\]|\\\\.)*"'
const compared = new RegExp(`^([A-Za-z_]\\w*) (==|!=|>=|<=|>|<) (${string}|-?[\\d.]+(?:e[+-]?\\d+)?|true|false)$`)
const called = new RegExp(`^(!?)\\(?(?:answered\\(([A-Za-z_]\\w*)\\)|selected\\(([A-Za-z_]\\w*), (${string})\\))\\)?$`)

function read(text: string): Clause | undefined {
  const comparison = compared.exec(text)
  if (comparison) {
    const [, name = '', sign, value = ''] = comparison
    const test = tests.find((one) => signs[one] === sign)
    return test && { name, test, value: value.startsWith('"') ? (JSON.parse(value) as string) : /^[-\d]/.test(value) ? String(Number(value)) : value }
  }
  const call = called.exec(text)
  if (!call) return undefined
  const [, not, asked, chosen = '', value = '""'] = call
  return asked ? { name: asked, test: not ? 'unanswered' : 'answered', value: '' } : { name: chosen, test: not ? 'hasNot' : 'has', value: JSON.parse(value) as string }
}

/** An expression in plain words; undefined where it says more than they can. */
export function readCondition(text: string): Condition | undefined {
  if (text.trim() === '') return { all: true, clauses: [] }
  const parts = text.match(new RegExp(`(?:${string}|&&|\\|\\||[^"&|]+)`, 'g')) ?? []
  const joints = new Set(parts.filter((part) => part === '&&' || part === '||'))
  if (joints.size > 1 || parts.join('') !== text) return undefined
  const lines: string[] = ['']
  for (const part of parts) {
    if (joints.has(part)) lines.push('')
    else lines[lines.length - 1] += part
  }
  try {
    const clauses = lines.map((line) => read(line.trim()))
    return clauses.every((clause) => clause !== undefined) ? { all: !joints.has('||'), clauses } : undefined
  } catch {
    // A text that is written otherwise than JSON writes it.
    return undefined
  }
}
