import type { Answers, Form, Item, Kind } from '../form'

const kinds: readonly Kind[] = ['whole', 'choice', 'choices', 'yes_no', 'text']
const conditions = [
  (name: string) => `${name} > 10.0 && ${name} < 1000.0`,
  (name: string) => `${name} == "a" || ${name} == "b"`,
  (name: string) => `selected(${name}, "a")`,
  (name: string) => `${name} == true`,
  (name: string) => `${name} != null && matches(${name}, "^[a-z]+$")`,
]
const values = [42, 'a', ['a', 'b'], true, 'svar'] as const

/** A form as large as real ones get, with every fifth question unanswered; for tests and measurements. */
export function aLargeForm(questions = 485, withCondition = 420): { form: Form; answers: Answers } {
  const items: Item[] = []
  const answers: Record<string, Answers[string]> = {}
  for (let i = 0; i < questions; i++) {
    const turn = i % kinds.length
    const item: Item = { kind: kinds[turn] as Kind, name: `q${i}`, label: { nb: `Spørsmål ${i}` } }
    if (item.kind.startsWith('choice')) item.list = 'letters'
    const before = i - 1 - (i % 7)
    if (i > questions - withCondition - 1 && before >= 0) item.visible = conditions[before % kinds.length]?.(`q${before}`)
    items.push(item)
    if (i % 5 !== 4 || i % 2) answers[item.name] = values[turn] as Answers[string]
  }
  const letters = ['a', 'b', 'c'].map((name) => ({ name, label: { nb: name } }))
  return { form: { id: 'large', version: '1', title: { nb: 'Stort' }, languages: ['nb'], items, lists: { letters } }, answers }
}
