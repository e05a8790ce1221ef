import { environment } from './environment'

/** What an expression may look at: every answer by its name, null where there is none, and an empty list for a list. */
export type Scope = Record<string, unknown>

/** An expression as the server stores it. Gives null where it has no result: an operand is missing, or a number is not finite. */
export interface Expression {
  (scope: Scope): unknown
  /** The names it may look at, and the fields of what has some. */
  readonly names: ReadonlySet<string>
  readonly fields: ReadonlySet<string>
}

const strings = /"(?:[^"\\]|\\.)*"/g
const env = environment()
const known = new Map<string, Expression>()

/** The expression of a text, made once per text. Throws what the parser says where it is no CEL. */
export function expression(text: string): Expression {
  let found = known.get(text)
  if (!found) known.set(text, (found = make(text)))
  return found
}

/** As many characters of a text and elements of a list a result may have at the server too. */
const maxSize = 100_000

const isTooLarge = (result: unknown): boolean =>
  (typeof result === 'string' && result.length > maxSize && [...result].length > maxSize) || (Array.isArray(result) && result.length > maxSize)

function make(text: string): Expression {
  const run = env.parse(text)
  const words = [...text.replace(strings, '""').matchAll(/(\.\s*)?\b[A-Za-z_]\w*/g)]
  const named = (field: boolean) => new Set(words.filter(([, point]) => Boolean(point) === field).map(([word]) => word.replace(/^\.\s*/, '')))
  const evaluate = (scope: Scope): unknown => {
    try {
      const result: unknown = run(scope)
      return (typeof result === 'number' && !Number.isFinite(result)) || isTooLarge(result) ? null : result
    } catch {
      return null
    }
  }
  return Object.assign(evaluate, { names: named(false), fields: named(true) })
}

/** Whether a condition holds: one without a result does not. */
export function holds(text: string, scope: Scope): boolean {
  return expression(text)(scope) === true
}
