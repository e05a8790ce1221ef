import { expect, test } from 'vitest'
import { fieldId } from '~/hooks/useForm'
import { readBlock } from '~/form/paste/block'
import type { AnsweredQuestion } from './draft'
import { readPasted } from './pasting'

const part = (key: string, type: 'count' | 'yes_no', label: string) => ({ key, type, label })
const asked = (code: string, name: string, type: string, parts: object[] = []) => ({ question: { code, name, question: `${name}?`, type, parts, unit: '', decimals: 0 } }) as unknown as AnsweredQuestion
const questions = [
  asked('1.1-poor', 'Låg inntekt', 'percent'),
  asked('1.2-plan', 'Plan', 'yes_partly_no'),
  asked('1.3-air', 'Luft', 'parts', [part('no2', 'count', 'Nitrogen'), part('pm', 'yes_no', 'Svevestøv')]),
  asked('1.4-help', 'Hjelp', 'number'),
]
const control = (code: string, end = 'value') => `q-${fieldId(code)}-${end}`
const first = control('1.1-poor')

function told(at: string, text: string) {
  const { rows, faults } = readPasted(questions, at, readBlock(text))
  return [...rows.map(({ question, part: key, value, source, comment }) => [question.code + (key ? `#${key}` : ''), value, source, comment].filter((one) => one !== undefined).join(' ')), ...faults.map(({ row, text: cell, why }) => `${row}: ${cell} ${why}`)]
}

test.each([
  ['a column from the field downward', first, '12,5\nDelvis\n1 234\nja\n3', ['1.1-poor 12.5', '1.2-plan partly', '1.3-air#no2 1234', '1.3-air#pm 1', '1.4-help 3']],
  ['from a field in the middle', control('1.3-air', 'part-no2'), '7\nnei\n8', ['1.3-air#no2 7', '1.3-air#pm 0', '1.4-help 8']],
  ['an empty cell leaves its field', first, '12\n\n5', ['1.1-poor 12', '1.3-air#no2 5']],
  ['a row of numbers', control('1.3-air', 'part-no2'), '7\t\t8', ['1.3-air#no2 7', '1.4-help 8']],
  ['with source and comment', first, '12 %\tSSB\tfjoråret\nja\t\tvedtatt', ['1.1-poor 12 SSB fjoråret', '1.2-plan yes vedtatt']],
  ['one row with its source', control('1.4-help'), '12\tSSB', ['1.4-help 12 SSB']],
  ['codes in any order, under a heading', first, 'Kode\tVerdi\n1.4-HELP\t4\n1.3-air#no2\t9\n1.1-poor\t1', ['1.4-help 4', '1.3-air#no2 9', '1.1-poor 1']],
  ['texts, with a column between', first, ' Hjelp \tnoe\t4\tkilde\nplan?\tnoe\tNei', ['1.4-help 4 kilde', '1.2-plan no']],
  ['what can not be read', first, 'tolv\nkanskje\n5\nfire', ['1.3-air#no2 5', '1: tolv unreadable', '2: kanskje choice', '4: fire yesNo']],
  ['more rows than fields', control('1.4-help'), '1\n2\n3', ['1.4-help 1', '2: 2 below', '3: 3 below']],
  ['a name that is none, one twice, too many cells', first, '1.1-poor\t1\n9.9\t2\n1.1-poor\t3\n1.4-help\t4\ta\tb\tc', ['1.1-poor 1', '1.4-help 4 a b', '2: 9.9 unknown', '3: 1.1-poor twice', '4: c more']],
  ['a source without a value', first, '\tSSB\n5\t', ['1: SSB unreadable', '2: 5 choice']],
])('%s', (_, at, text, want) => {
  expect(told(at, text)).toEqual(want)
})

test('what an own question gives is not filled in: a column passes it by, and by its name it is said', () => {
  const given = questions.map((one) => (one.question.code === '1.2-plan' ? { ...one, givenBy: { name: 'plan', goal: 0, label: 'Plan' } } : one)) as AnsweredQuestion[]
  const codes = (text: string) => {
    const { rows, faults } = readPasted(given, first, readBlock(text))
    return [...rows.map(({ question, part: key }) => question.code + (key ? `#${key}` : '')), ...faults.map(({ row, text: cell, why }) => `${row}: ${cell} ${why}`)]
  }
  expect(codes('12,5\n7\nja')).toEqual(['1.1-poor', '1.3-air#no2', '1.3-air#pm'])
  expect(codes('1.1-poor\t1\n1.2-plan\tja')).toEqual(['1.1-poor', '2: 1.2-plan given'])
})

test('numbers as people write them arrive where they belong, by place and by code, in whatever order', () => {
  const next = randomly(11)
  const written = [(n: number) => String(n), (n: number) => `${n},0`, (n: number) => `${n} %`, (n: number) => `kr ${n},-`, (n: number) => ` ${n}`, (n: number) => (n > 999 ? `${Math.floor(n / 1000)} ${String(n % 1000).padStart(3, '0')}` : String(n))]
  const many = Array.from({ length: 12 }, (_, i) => asked(`2.${i}-x`, `Spørsmål ${i}`, 'number'))
  for (let round = 0; round < 300; round++) {
    const values = many.map(() => (next(4) === 0 ? null : next(5000)))
    if (values.every((value) => value === null)) continue
    const cells = values.map((value) => (value === null ? '' : (written[next(written.length)]?.(value) ?? '')))
    const want = values.flatMap((value, i) => (value === null ? [] : [[`2.${i}-x`, value]]))
    const of = (text: string) => {
      const { rows, faults } = readPasted(many, control('2.0-x'), readBlock(text))
      expect(faults, text).toEqual([])
      return rows.map(({ question, value }) => [question.code, value])
    }
    expect(of(`${cells.join('\r\n')}\r\n`), cells.join('|')).toEqual(want)
    const lines = cells.map((cell, i) => `2.${i}-x\t${cell}`).sort(() => next(3) - 1)
    expect(of(lines.join('\n')).sort()).toEqual([...want].sort())
  }
})

test('every row that is pasted is taken in or said not to be, whatever it is', () => {
  const next = randomly(5)
  const cells = ['12', '1,5', 'ja', 'nei', 'tolv', '', ' ', 'SSB', '"', '😀', '-', '%']
  const names = ['1.1-poor', 'Hjelp', '1.3-air#pm', 'låg inntekt?']
  for (let round = 0; round < 2000; round++) {
    const some = round % 2 === 0 ? cells : [...cells, ...names]
    const block = Array.from({ length: 2 + next(6) }, () => Array.from({ length: 1 + next(5) }, () => some[next(some.length)] ?? ''))
    const { rows, faults } = readPasted(questions, first, block)
    expect(new Set(rows.map(({ question, part: key }) => `${question.code} ${key}`)).size).toBe(rows.length)
    for (const { value } of rows) expect(Number.isNaN(value)).toBe(false)
    const filled = block.filter((line) => line.some((cell) => cell.trim())).length
    if (round % 2 === 0) expect(rows.length + faults.length, JSON.stringify(block)).toBeGreaterThanOrEqual(filled)
  }
})

function randomly(seed: number) {
  let now = seed
  return (most: number) => (now = (now * 1103515245 + 12345) % 2147483648) % most
}
