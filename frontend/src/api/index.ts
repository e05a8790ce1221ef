export { api, call, callWithTag, lastAnswer, newKey, setUnauthenticated, stopSending } from './client'
export { asProblem, type FieldError, Problem, type ProblemKind } from './problem'
export type { components, operations, paths } from './schema.gen'
