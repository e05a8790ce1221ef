import { keep, kept, unkeep } from '~/app/keep'
import { type Answer, type Draft, draftOf } from './draft'

/** A draft that is not on the server yet, with the version of the answer that it would change. */
interface Unsaved {
  version: number
  draft: Partial<Draft>
}

const nameOf = (responseId: string, code: string) => `answer.${responseId}.${code}`

/** Keeps a draft in the window, so that neither a reload nor a lost network loses it. */
export function keepUnsaved(responseId: string, code: string, answer: Answer | undefined, { value, parts, ...rest }: Draft): void {
  // JSON has no NaN: what can't be read as a number would come back as an emptied field.
  const readable = Object.fromEntries(Object.entries(parts).filter(([, part]) => !Number.isNaN(part)))
  const unsaved: Unsaved = { version: answer?.version ?? 0, draft: { ...rest, parts: readable, ...(Number.isNaN(value) ? {} : { value }) } }
  keep(nameOf(responseId, code), unsaved)
}

/** The draft as it was left; undefined where there is none. One made on another version of the answer is dropped for good: versions begin anew when an answer is taken away. */
export function unsavedOf(responseId: string, code: string, answer: Answer | undefined): Draft | undefined {
  const unsaved = kept(nameOf(responseId, code)) as Unsaved | undefined
  if (unsaved?.version !== (answer?.version ?? 0)) {
    dropUnsaved(responseId, code)
    return undefined
  }
  const saved = draftOf(answer)
  return { ...saved, ...unsaved.draft, parts: { ...saved.parts, ...unsaved.draft.parts } }
}

export const dropUnsaved = (responseId: string, code: string) => unkeep(nameOf(responseId, code))
