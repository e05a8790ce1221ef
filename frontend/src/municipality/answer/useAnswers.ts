import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { api, call, callWithTag, type components, type Problem } from '~/api'
import { useAutosave, type Saver } from '~/hooks'
import { type Answer, type AnsweredQuestion, type AnswerEdit, type Draft, draftOf, editOf, isBlank, type Lack, lacksOf, sameEdit } from './draft'
import { dropUnsaved, keepUnsaved, unsavedOf } from './unsaved'

type ResponseGoal = components['schemas']['ResponseGoal']

interface Kept {
  draft: Draft
  /** As the server has it; undefined when there is none. */
  answer: Answer | undefined
}

/** The answers of one goal while they are edited. */
export interface Answers {
  saver: Saver<AnswerEdit | null>
  draft: (code: string) => Draft
  answer: (code: string) => Answer | undefined
  change: (code: string, some: Partial<Draft>) => void
  /** Half-filled answers, which are not saved yet, in the order of the questions. */
  unfinished: () => { question: AnsweredQuestion; lacks: Lack[] }[]
  /** Takes over an answer that the server gave: a confirmed figure. */
  take: (answer: Answer) => void
  /** Takes over what own questions give, of a goal that was read again; what is typed elsewhere stays. */
  given: (goal: ResponseGoal) => void
  /** Settles a conflict and puts the chosen answer into the fields. */
  resolve: (code: string, choice: 'mine' | 'theirs') => void
}

/** A figure that was just confirmed or given by an own question, with what was noted beside the field before. */
function withNotes(answer: Answer, typed: Draft | undefined): Draft {
  const saved = draftOf(answer)
  if (!typed || (answer.origin !== 'statistics' && answer.origin !== 'own_question')) return saved
  return {
    ...saved,
    quality: typed.quality || saved.quality,
    source: typed.source || saved.source,
    comment: typed.comment || saved.comment,
    priorityReason: typed.priorityReason || saved.priorityReason,
    caseNumber: typed.caseNumber || saved.caseNumber,
    internal: typed.internal || saved.internal,
  }
}

const tag = (answer: Answer | undefined) => `"${answer?.version ?? 0}"`

/** Keeps the fields of a goal's questions and saves each answer as soon as it lacks nothing. */
export function useAnswers(responseId: string, goal: ResponseGoal): Answers {
  const [, rerender] = useState({})
  const kept = useRef(new Map<string, Kept>())
  const questions = useRef(new Map<string, AnsweredQuestion>())
  questions.current = new Map(goal.questions.map((one) => [one.question.code, one]))

  const saver = useAutosave<AnswerEdit | null>({
    async send(code, edit, { etag }) {
      const params = { path: { responseId, code }, header: { 'If-Match': etag ?? '"0"' } }
      const quiet = { quiet: true }
      if (edit === null) {
        await call(api.DELETE('/responses/{responseId}/answers/{code}', { params }), quiet)
        remember(code, null, undefined)
        return { etag: '"0"' }
      }
      const saved = await callWithTag(api.PUT('/responses/{responseId}/answers/{code}', { params, body: edit }), quiet)
      remember(code, edit, saved.data)
      return { etag: saved.etag ?? tag(saved.data) }
    },
    current: (problem: Problem) => {
      const answer = problem.current as Answer | undefined
      const question = questions.current.get(answer?.code ?? '')?.question
      return { value: answer && question ? editOf(question, draftOf(answer)) : null, etag: tag(answer) }
    },
  })

  // What was typed while it was on its way is not saved by it.
  function remember(code: string, sent: AnswerEdit | null, answer: Answer | undefined): void {
    const question = questions.current.get(code)?.question
    const now = kept.current.get(code)?.draft ?? draftOf(answer)
    kept.current.set(code, { draft: now, answer })
    if (question && sameEdit(editOf(question, now), sent)) dropUnsaved(responseId, code)
    else keepUnsaved(responseId, code, answer, now)
    rerender({})
  }

  function take(answer: Answer): void {
    const question = questions.current.get(answer.code)?.question
    if (!question) return
    const noted = withNotes(answer, kept.current.get(answer.code)?.draft)
    kept.current.set(answer.code, { draft: draftOf(answer), answer })
    saver.loaded(answer.code, editOf(question, draftOf(answer)), tag(answer))
    change(answer.code, noted)
  }

  /** Puts a draft into the fields, to be saved as soon as it lacks nothing. */
  function put(code: string, next: Draft): void {
    const asked = questions.current.get(code)
    if (!asked) return
    kept.current.set(code, { draft: next, answer: kept.current.get(code)?.answer })
    if (isBlank(asked.question, next)) saver.change(code, null)
    else if (lacksOf(asked.question, asked.statistic, next).length === 0) saver.change(code, editOf(asked.question, next))
    else saver.withdraw(code)
  }

  function change(code: string, some: Partial<Draft>): void {
    const question = questions.current.get(code)?.question
    const answer = kept.current.get(code)?.answer
    const next = { ...draft(code), ...some }
    if (question && sameEdit(editOf(question, next), answer ? editOf(question, draftOf(answer)) : null)) dropUnsaved(responseId, code)
    else keepUnsaved(responseId, code, answer, next)
    put(code, next)
    rerender({})
  }

  // What came anew replaces the fields only where the server's answer is another one: typing survives a change of language.
  function read({ question, answer }: AnsweredQuestion): void {
    const before = kept.current.get(question.code)
    if (before && before.answer?.version === answer?.version) return
    if (answer && before && !before.answer) keepUnsaved(responseId, question.code, answer, withNotes(answer, before.draft))
    kept.current.set(question.code, { draft: draftOf(answer), answer })
    saver.loaded(question.code, answer ? editOf(question, draftOf(answer)) : null, tag(answer))
  }
  function recall({ question, answer }: AnsweredQuestion): void {
    const unsaved = unsavedOf(responseId, question.code, answer)
    // A reload never takes an answer away.
    if (!unsaved || isBlank(question, unsaved.draft)) return
    const saved = answer ? editOf(question, draftOf(answer)) : null
    if (sameEdit(editOf(question, unsaved.draft), saved)) {
      dropUnsaved(responseId, question.code)
      return
    }
    // Made on another version, it is sent as such: the server then shows both, and the person chooses.
    saver.loaded(question.code, saved, `"${unsaved.version}"`)
    put(question.code, unsaved.draft)
  }
  const seen = useRef<ResponseGoal | null>(null)
  if (seen.current !== goal) {
    seen.current = goal
    goal.questions.forEach(read)
  }
  useLayoutEffect(() => {
    if (!goal.editable) return
    goal.questions.forEach(recall)
    rerender({})
  }, [goal])

  const draft = (code: string) => kept.current.get(code)?.draft ?? draftOf(undefined)

  return {
    saver,
    draft,
    answer: (code) => kept.current.get(code)?.answer,
    change,
    unfinished: () =>
      goal.questions
        .map((one) => {
          const now = draft(one.question.code)
          return { question: one, lacks: isBlank(one.question, now) ? [] : lacksOf(one.question, one.statistic, now) }
        })
        .filter(({ lacks }) => lacks.length > 0),
    take,
    given({ questions }) {
      for (const asked of questions) {
        const now = kept.current.get(asked.question.code)?.answer
        // What is noted beside it may have been saved since that was read.
        const older = now && (asked.answer ? Date.parse(asked.answer.updatedAt) < Date.parse(now.updatedAt) : now.origin !== 'own_question')
        if (!asked.givenBy || older) continue
        read(asked)
        recall(asked)
      }
      rerender({})
    },
    resolve(code, choice) {
      const theirs = saver.conflicts().get(code)?.problem.current as Answer | undefined
      saver.resolve(code, choice)
      if (choice === 'theirs') {
        dropUnsaved(responseId, code)
        kept.current.set(code, { draft: draftOf(theirs), answer: theirs })
      }
      rerender({})
    },
  }
}
