import { keep, kept, unkeep } from '~/app/keep'
import { type Answer, type AnsweredQuestion, type Draft, draftOf, editOf, isBlank, sameEdit } from './draft'

/** A draft that is not on the server yet, with the version of the answer that it was made on. */
export interface Unsaved {
  version: number
  draft: Draft
}

const nameOf = (responseId: string, code: string) => `answer.${responseId}.${code}`

/** Keeps a draft in the window, so that neither a reload nor a lost network loses it. */
export function keepUnsaved(responseId: string, code: string, answer: Answer | undefined, { value, parts, ...rest }: Draft): void {
  // JSON has no NaN: what can't be read as a number would come back as an emptied field.
  const readable = Object.fromEntries(Object.entries(parts).filter(([, part]) => !Number.isNaN(part)))
  keep(nameOf(responseId, code), { version: answer?.version ?? 0, draft: { ...rest, parts: readable, ...(Number.isNaN(value) ? {} : { value }) } })
}

/** The draft as it was left, over the answer as it is; undefined where there is none that can be read. */
export function unsavedOf(responseId: string, code: string, answer: Answer | undefined): Unsaved | undefined {
  const { version, draft } = (kept(nameOf(responseId, code)) ?? {}) as { version?: unknown; draft?: Partial<Draft> }
  if (typeof version !== 'number' || !draft || !sound(draft)) return undefined
  const saved = draftOf(answer)
  return { version, draft: { ...saved, ...draft, parts: { ...saved.parts, ...draft.parts } } }
}

/** Tells whether something is typed in this window for a question that the server doesn't have. */
export function hasUnsaved(responseId: string, { question, answer }: AnsweredQuestion): boolean {
  const unsaved = unsavedOf(responseId, question.code, answer)
  return unsaved !== undefined && !isBlank(question, unsaved.draft) && !sameEdit(editOf(question, unsaved.draft), answer ? editOf(question, draftOf(answer)) : null)
}

export const dropUnsaved = (responseId: string, code: string) => unkeep(nameOf(responseId, code))

const isNumber = (value: unknown) => value === null || typeof value === 'number'

/** The storage is the browser's, and may hold what an older page or an extension wrote. */
function sound({ value, parts, internal = false, ...texts }: Partial<Draft>): boolean {
  return typeof internal === 'boolean' && (value === undefined || isNumber(value)) && (parts === undefined || Object.values(parts ?? { not: 'one' }).every(isNumber)) && Object.values(texts).every((text) => typeof text === 'string')
}
