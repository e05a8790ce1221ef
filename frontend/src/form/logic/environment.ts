import { Environment } from '@marcbachmann/cel-js'
import { type Asking, functions } from './functions'

const missing = new Error('an operand is missing')
// One for all: making an error costs more than the whole condition.
const withoutOperand = () => {
  throw missing
}

let asking: Asking = { now: '', label: () => '' }

/** Says when and for whom expressions are evaluated from now on. */
export function ask(by: Asking): void {
  asking = by
}

/** CEL as the server speaks it: the same functions, and an operation on what is not there has no result. */
export function environment(): Environment {
  const env = new Environment({ unlistedVariablesAreDyn: true, homogeneousAggregateLiterals: false })
  const missingIn = (sign: string, types: readonly string[]) => {
    for (const type of types) {
      env.registerOperator(`null ${sign} ${type}`, withoutOperand)
      if (type !== 'null') env.registerOperator(`${type} ${sign} null`, withoutOperand)
    }
  }
  for (const sign of ['<', '<=', '>', '>=']) missingIn(sign, ['double', 'string', 'null'])
  for (const sign of ['+', '-', '*', '/']) missingIn(sign, ['double', 'null'])
  for (const [signature, compute] of Object.entries(functions(() => asking))) env.registerFunction(signature, compute)
  return env
}
