import { Environment } from '@marcbachmann/cel-js'
import { pattern } from './pattern'

/** Thrown where an operand is missing: one for all, as making an error costs more than the whole condition. */
export const missing = new Error('an operand is missing')

const withoutOperand = () => {
  throw missing
}

/** CEL as the server speaks it: the same functions, and an operation on what is not there has no result. */
export function environment(): Environment {
  const env = new Environment({ unlistedVariablesAreDyn: true, homogeneousAggregateLiterals: false })
  for (const sign of ['<', '<=', '>', '>=']) {
    for (const type of ['double', 'string']) {
      env.registerOperator(`null ${sign} ${type}`, withoutOperand)
      env.registerOperator(`${type} ${sign} null`, withoutOperand)
    }
    env.registerOperator(`null ${sign} null`, withoutOperand)
  }
  for (const sign of ['+', '-', '*', '/']) for (const [left, right] of [['null', 'double'], ['double', 'null'], ['null', 'null']]) env.registerOperator(`${left} ${sign} ${right}`, withoutOperand)
  env.registerFunction('string.matchesRE2(string): bool', (text: string, source: string) => pattern(source).test(text))
  return env
}
