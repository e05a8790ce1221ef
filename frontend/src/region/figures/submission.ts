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
}

/** What is read of the document; the rest is there for whoever downloads it. */
export interface SubmittedDocument {
  round: { id: string; name: string }
  questionnaire: { catalogueId: string }
  leftOut: readonly number[]
  answers: readonly SubmittedAnswer[]
}

/** Reads the text of a submission. Null when it is of a kind this page doesn't know; the document can still be downloaded. */
export function readDocument(text: string): SubmittedDocument | null {
  try {
    const read = JSON.parse(text) as Partial<SubmittedDocument> & { format?: string }
    if (read.format !== 'loftet-submission-1' || !Array.isArray(read.answers) || !read.questionnaire || !read.round) return null
    return { round: read.round, questionnaire: read.questionnaire, leftOut: read.leftOut ?? [], answers: read.answers }
  } catch {
    return null
  }
}
