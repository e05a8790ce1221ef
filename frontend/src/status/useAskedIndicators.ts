import { api, call } from '~/api'
import { type Load, useLoad } from '~/hooks'
import type { Indicator } from './types'

/** All that a round may ask: the indicators of its catalogue, and those that are offered beside it. */
export function useAskedIndicators(roundId: string | undefined): Load<readonly Indicator[]> {
  return useLoad<readonly Indicator[]>(
    async (signal) => {
      if (!roundId) return []
      const [round, catalogues] = await Promise.all([call(api.GET('/rounds/{roundId}', { params: { path: { roundId } }, signal })), call(api.GET('/catalogues', { signal }))])
      const beside = catalogues.items.filter(({ id, regionId, additional }) => (regionId === round.regionId || additional) && id !== round.catalogueId).map(({ id }) => id)
      const lists = await Promise.all([round.catalogueId, ...beside].map((catalogue) => call(api.GET('/indicators', { params: { query: { catalogue } }, signal }))))
      return lists.flatMap(({ items }) => items)
    },
    [roundId],
  )
}
