import { environment } from './environment'

/** What an expression may look at: every answer by its name, null where there is none. */
export type Scope = Record<string, unknown>

/** A checked expression. Gives undefined where it has no result: an operand is missing, or the number is not finite. */
export interface Expression {
  (scope: Scope): unknown
  /** The names it looks at. */
  readonly names: ReadonlySet<string>
}

const strings = /\b[rR]?(?:"""[^]*?"""|'''[^]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')/g
const env = environment()
const known = new Map<string, Expression>()

/** The expression of a text, made once per text. Throws what the parser says where it is no CEL. */
export function expression(text: string): Expression {
  let found = known.get(text)
  if (!found) known.set(text, (found = make(text)))
  return found
}

function make(text: string): Expression {
  // The library brings a function `matches` of its own, with JavaScript's patterns, that can't be replaced.
  const kept: string[] = []
  const bare = text.replace(strings, (string) => `"${kept.push(string) - 1}"`)
  const ours = bare.replace(/\.\s*matches\s*\(/g, '.matchesRE2(').replace(/"(\d+)"/g, (_, i: string) => kept[Number(i)] ?? '')
  const run = env.parse(ours)
  const names = new Set(bare.match(/(?<![\w.])[A-Za-z_]\w*/g))
  return Object.assign(
    (scope: Scope): unknown => {
      try {
        const result: unknown = run(scope)
        return typeof result === 'number' && !Number.isFinite(result) ? undefined : plain(result)
      } catch {
        return undefined
      }
    },
    { names },
  )
}

/** Counts come as big integers; answers are doubles. */
function plain(result: unknown): unknown {
  return typeof result === 'bigint' ? Number(result) : result
}

/** Whether a condition holds: one without a result does not. */
export function holds(text: string, scope: Scope): boolean {
  return expression(text)(scope) === true
}
