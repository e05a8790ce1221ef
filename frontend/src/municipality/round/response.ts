import { api, callWithTag, type components } from '~/api'
import { type Load, useLoad } from '~/hooks'
import { formatDate, t } from '~/i18n'

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

/** The day of a closing moment: one at midnight closes the day before. */
function lastDay(moment: string): string {
  return formatDate(new Date(Date.parse(moment) - 1))
}

/** "Frist 15. mai 2026", or that the round is over. */
export function deadlineText({ round }: Pick<Response, 'round'>): string {
  if (round.state !== 'open') return t('municipality.round.closed', { date: lastDay(round.closedAt ?? round.closesAt) })
  return t('municipality.round.deadline', { date: lastDay(round.closesAt) })
}

/** "3 av 17 mål ferdige". */
export function progressText({ sectionsDone, sections }: Pick<Response, 'sectionsDone' | 'sections'>): string {
  return t('municipality.round.progress', { done: sectionsDone, n: sections })
}

/** The pages of a response. */
export function pagesOf(responseId: string) {
  const list = `/municipality/rounds/${responseId}`
  return { list, check: `${list}/check`, review: `${list}/review`, receipt: `${list}/receipt`, goal: (n: number) => `${list}/goals/${n}` }
}
