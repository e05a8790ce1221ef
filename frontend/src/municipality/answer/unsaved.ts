import { keep, kept, unkeep } from '~/app/keep'
import { type Answer, type Draft, draftOf } from './draft'

/** A draft that is not on the server yet, with the version of the answer that it would change. */
interface Unsaved {
  version: number
  draft: Partial<Draft>
}

const nameOf = (responseId: string, code: string) => `answer.${responseId}.${code}`

/** Keeps a draft in the window, so that neither a reload nor a lost network loses it. */
export function keepUnsaved(responseId: string, code: string, answer: Answer | undefined, draft: Draft): void {
  const unsaved: Unsaved = { version: answer?.version ?? 0, draft }
  keep(nameOf(responseId, code), unsaved)
}

/** The draft as it was left; undefined where there is none, or where the answer is another one by now. */
export function unsavedOf(responseId: string, code: string, answer: Answer | undefined): Draft | undefined {
  const unsaved = kept(nameOf(responseId, code)) as Unsaved | undefined
  return unsaved?.version === (answer?.version ?? 0) ? { ...draftOf(undefined), ...unsaved.draft } : undefined
}

export const dropUnsaved = (responseId: string, code: string) => unkeep(nameOf(responseId, code))
