import { api, callWithTag, type components } from '~/api'
import { type Load, useLoad } from '~/hooks'
import { formatLastDay, t } from '~/i18n'

export type Response = components['schemas']['Response']
export type ResponseDetail = components['schemas']['ResponseDetail']
export type ResponseAction = components['schemas']['ResponseAction']

/** A response with its task list and what its reader may do with it. */
export function useResponse(responseId: string): Load<ResponseDetail> {
  return useLoad(
    (signal) => callWithTag(api.GET('/responses/{responseId}', { params: { path: { responseId } }, signal })).then(({ data }) => data),
    [responseId],
  )
}

/** "Frist 15. mai 2026", or that the round is over. */
export function deadlineText({ round }: Pick<Response, 'round'>): string {
  if (round.state !== 'open') return t('municipality.round.closed', { date: formatLastDay(round.closedAt ?? round.closesAt) })
  return t('municipality.round.deadline', { date: formatLastDay(round.closesAt) })
}

/** Whether what counts is submitted, and nobody works on a new revision. */
export function hasCome({ state }: Pick<Response, 'state'>): boolean {
  return state === 'submitted' || state === 'questioned' || state === 'checked' || state === 'anchored'
}

/** "3 av 17 mål ferdige". */
export function progressText({ sectionsDone, sections }: Pick<Response, 'sectionsDone' | 'sections'>): string {
  return t('municipality.round.progress', { done: sectionsDone, n: sections })
}

/** The pages of a response. */
export function pagesOf(responseId: string) {
  const list = `/municipality/rounds/${responseId}`
  return { list, choices: `${list}/choices`, check: `${list}/check`, review: `${list}/review`, receipt: `${list}/receipt`, files: `${list}/files`, edition: `${list}/edition`, blank: `${list}/blank`, questions: `${list}/questions`, comments: `${list}/comments`, anchoring: `${list}/anchoring`, goal: (n: number) => `${list}/goals/${n}` }
}

/** What a section is called: a goal's number, or that it is asked for all goals together. */
export const sectionText = (goal: number) => (goal === 0 ? t('municipality.goal.general') : t('municipality.goal.plain', { n: goal }))
