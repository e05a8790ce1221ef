import type { Form, Item } from '../form'
import { allItems } from './tree'

const letters: Readonly<Record<string, string>> = { æ: 'ae', ø: 'o', å: 'a', ä: 'a', ö: 'o', ü: 'u', ß: 'ss', đ: 'd' }

/** A name that conditions can use, made of a text: "Andel fornybar energi" is andel_fornybar_energi. */
export function nameOf(text: string): string {
  const plain = Array.from(text.toLowerCase(), (letter) => letters[letter] ?? letter)
    .join('')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
  const words = plain.match(/[a-z0-9]+/g) ?? []
  const name = words.slice(0, 5).join('_').slice(0, 40)
  return name === '' ? '' : /^\d/.test(name) ? `q_${name}` : name
}

/** The name itself, or with a number after it where it is taken. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  const name = wanted || 'q'
  if (!taken.has(name)) return name
  for (let i = 2; ; i++) if (!taken.has(`${name}_${i}`)) return `${name}_${i}`
}

const reserved = ['value', 'choice', 'in', 'true', 'false', 'null', 'if', 'for']

export const namesIn = (form: Form): Set<string> => new Set([...allItems(form.items).map(({ item }) => item.name), ...reserved])

/** Whether expressions can use a name; the server knows a few more words that they can't. */
export const canBeCalled = (name: string): boolean => /^[A-Za-z_]\w{0,63}$/.test(name) && !name.startsWith('__') && !reserved.includes(name)

const token = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\.?\s*[A-Za-z_]\w*/g

/** An expression with a name replaced: not within texts. */
export function renamedIn(text: string, from: string, to: string): string {
  return text.replace(token, (found) => found.replace(new RegExp(`^(\\.?\\s*)${from}$`), `$1${to}`))
}

const expressions = ['visible', 'required', 'constraint', 'calculate', 'filter', 'count'] as const

/** The form with an item called otherwise, in every expression too. */
export function renamed(form: Form, from: string, to: string): Form {
  const inItem = (item: Item): Item => {
    const next: Item = { ...item, name: item.name === from ? to : item.name }
    for (const key of expressions) if (item[key]) next[key] = renamedIn(item[key], from, to)
    if (item.items) next.items = item.items.map(inItem)
    return next
  }
  return { ...form, items: form.items.map(inItem) }
}
