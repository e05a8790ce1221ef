import type { components } from '~/api'

type Schemas = components['schemas']

/** An answer of a submitted document (format loftet-submission-1), as far as it is shown. */
export interface SubmittedAnswer {
  goal: number
  code: string
  state: Schemas['AnswerState'] | 'not_answered'
  value: number | null
  year: number
  choice?: Schemas['Choice']
  reason?: string
  quality?: Schemas['Quality'] | ''
  source?: string
  comment?: string
  origin?: Schemas['AnswerOrigin'] | ''
  statisticValue?: number
  overrideReason?: string
  priorityReason?: string
  /** Why the municipality took it in beside the questionnaire. */
  choiceReason?: string
}

/** What is read of the document; the rest is there for whoever downloads it. */
export interface SubmittedDocument {
  round: { id: string; name: string }
  leftOut: readonly number[]
  /** By goal; not for all of those that are left out. */
  leftOutReasons: Readonly<Record<number, string>>
  /** What of the questionnaire the municipality doesn't answer, and why. */
  notChosen: readonly { goal: number; code: string; reason: string }[]
  answers: readonly SubmittedAnswer[]
}

/** Every indicator that a document speaks of. */
export const codesOf = (document: SubmittedDocument | null): readonly string[] => (document ? [...document.answers, ...document.notChosen].map(({ code }) => code) : [])

/** Reads the text of a submission. Null when it is of a kind this page doesn't know; the document can still be downloaded. */
export function readDocument(text: string): SubmittedDocument | null {
  try {
    const read = JSON.parse(text) as Partial<SubmittedDocument> & { format?: string }
    if (read.format !== 'loftet-submission-1' || !Array.isArray(read.answers) || !read.round) return null
    return { round: read.round, leftOut: read.leftOut ?? [], leftOutReasons: read.leftOutReasons ?? {}, notChosen: read.notChosen ?? [], answers: read.answers }
  } catch {
    return null
  }
}
