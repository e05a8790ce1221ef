import type { components } from '~/api'
import { t } from '~/i18n'

export type Question = components['schemas']['Question']
export type Answer = components['schemas']['Answer']
export type AnswerEdit = components['schemas']['AnswerEdit']
export type AnswerState = components['schemas']['AnswerState']
export type AnsweredQuestion = components['schemas']['AnsweredQuestion']
export type Figure = components['schemas']['Figure']
export type Choice = components['schemas']['Choice']
export type Quality = components['schemas']['QualityOrNone']

/** An answer as it stands in the fields, finished or not. */
export interface Draft {
  state: AnswerState
  /** NaN for what can't be read as a number. */
  value: number | null
  choice: Choice
  parts: Readonly<Record<string, number | null>>
  reason: string
  quality: Quality
  source: string
  comment: string
  overrideReason: string
  /** Why the municipality gives the matter priority; empty where it doesn't. */
  priorityReason: string
  /** The case in the municipality's own archive. */
  caseNumber: string
  /** Source, comment and evidence stay with the municipality and its council. */
  internal: boolean
}

/** What is missing before an answer can be saved; field is the end of the control's id. */
export interface Lack {
  field: string
  message: string
}

const minReason = 3

/** The fields of an answer; of no answer they are empty. */
export function draftOf(answer: Answer | undefined): Draft {
  return {
    state: answer?.state ?? 'value',
    value: answer?.value ?? null,
    choice: answer?.choice ?? '',
    parts: Object.fromEntries((answer?.parts ?? []).map(({ key, value }) => [key, value])),
    reason: answer?.reason ?? '',
    quality: answer?.quality ?? '',
    source: answer?.source ?? '',
    comment: answer?.comment ?? '',
    overrideReason: answer?.overrideReason ?? '',
    priorityReason: answer?.priorityReason ?? '',
    caseNumber: answer?.caseNumber ?? '',
    internal: answer?.internal ?? false,
  }
}

/** True where nothing is answered and nothing is noted: saved as no answer at all. */
export function isBlank(question: Question, draft: Draft): boolean {
  return draft.state === 'value' && !hasValue(question, draft) && !draft.quality && !draft.source.trim() && !draft.comment.trim() && !draft.priorityReason.trim() && !draft.caseNumber.trim()
}

/** True when something stands in the fields for the value itself. */
function hasValue(question: Question, draft: Draft): boolean {
  if (question.type === 'yes_partly_no') return draft.choice !== ''
  if (question.type === 'parts') return question.parts.some(({ key }) => (draft.parts[key] ?? null) !== null)
  return draft.value !== null
}

/**
 * Tells whether a value differs from the figure that statistics have, as both
 * are shown; then a reason is needed. The server has the same rule.
 */
export function corrects(question: Question, statistic: Figure | undefined, value: number | null | undefined): boolean {
  if (statistic?.state !== 'value' || statistic.value === undefined || value === null || value === undefined || Number.isNaN(value)) return false
  return Math.abs(statistic.value - value) > 0.5 * 10 ** -question.decimals * (1 + 1e-9)
}

const choiceValue: Record<Choice, number | null> = { yes: 100, partly: 50, no: 0, '': null }

/** The number an answer comes to before it is saved; null where only the server works it out. */
export function valueOf(question: Question, draft: Draft): number | null {
  if (question.type === 'yes_partly_no') return choiceValue[draft.choice]
  return question.type === 'parts' ? null : draft.value
}

/** What is missing in an answer that is not blank. Limits of numbers are the server's business. */
export function lacksOf(question: Question, statistic: Figure | undefined, draft: Draft): Lack[] {
  const lacks: Lack[] = []
  if (draft.state !== 'value') {
    if (draft.reason.trim().length < minReason) lacks.push({ field: 'reason', message: t('municipality.lacks.reason', { name: question.name }) })
    return lacks
  }
  if (question.type === 'yes_partly_no') {
    if (draft.choice === '') lacks.push({ field: 'choice', message: t('municipality.lacks.choice', { name: question.name }) })
  } else if (question.type === 'parts') {
    for (const { key, type, label } of question.parts) {
      const part = draft.parts[key] ?? null
      if (part === null || Number.isNaN(part)) {
        lacks.push({ field: `part-${key}`, message: t(type === 'count' ? 'municipality.lacks.count' : 'municipality.lacks.yesNo', { name: label }) })
      }
    }
  } else if (draft.value === null || Number.isNaN(draft.value)) {
    lacks.push({ field: 'value', message: t('municipality.lacks.number', { name: question.name }) })
  }
  if (corrects(question, statistic, valueOf(question, draft)) && draft.overrideReason.trim().length < minReason) {
    lacks.push({ field: 'overrideReason', message: t('municipality.lacks.overrideReason', { name: question.name }) })
  }
  const priority = draft.priorityReason.trim()
  if (priority && priority.length < minReason) lacks.push({ field: 'priorityReason', message: t('municipality.lacks.priorityReason', { name: question.name }) })
  return lacks
}

/** What is sent for a draft that lacks nothing: the same draft always gives the same text. null takes the answer away. */
export function editOf(question: Question, draft: Draft): AnswerEdit | null {
  if (isBlank(question, draft)) return null
  const caseNumber = draft.caseNumber.trim()
  const noted = { quality: draft.quality, source: draft.source.trim(), comment: draft.comment.trim(), ...(caseNumber ? { caseNumber } : {}), ...(draft.internal ? { internal: true } : {}) }
  if (draft.state !== 'value') return { state: draft.state, reason: draft.reason.trim(), ...noted }
  const overrideReason = draft.overrideReason.trim()
  const priorityReason = draft.priorityReason.trim()
  const edit: AnswerEdit = { state: 'value', ...noted, ...(overrideReason ? { overrideReason } : {}), ...(priorityReason ? { priorityReason } : {}) }
  if (question.type === 'yes_partly_no') return { ...edit, choice: draft.choice }
  if (question.type === 'parts') return { ...edit, parts: question.parts.map(({ key }) => ({ key, value: draft.parts[key] ?? 0 })) }
  return draft.value === null ? edit : { ...edit, value: draft.value }
}

/** True when both send the same. */
export const sameEdit = (a: AnswerEdit | null, b: AnswerEdit | null): boolean => JSON.stringify(a) === JSON.stringify(b)
