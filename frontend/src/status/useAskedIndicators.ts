import { api, call } from '~/api'
import { type Load, useLoad } from '~/hooks'
import type { Indicator } from './types'

/** As many characters of codes as the server takes in one request. */
const mostCharacters = 8000

/**
 * Indicators that a round may ask, by their codes: of its catalogue, and of those that are offered beside it. Only the
 * ones that are named are fetched, as whole catalogues grow and a page shows few of them.
 */
export function useAskedIndicators(roundId: string | undefined, named: readonly string[]): Load<readonly Indicator[]> {
  const codes = [...new Set(named)].join(',')
  return useLoad<readonly Indicator[]>(
    async (signal) => {
      if (!roundId || !codes) return []
      const [round, catalogues] = await Promise.all([call(api.GET('/rounds/{roundId}', { params: { path: { roundId } }, signal })), call(api.GET('/catalogues', { signal }))])
      const beside = catalogues.items.filter(({ id, regionId, additional }) => (regionId === round.regionId || additional) && id !== round.catalogueId).map(({ id }) => id)
      const only = codes.length <= mostCharacters ? { codes } : {}
      const lists = await Promise.all([round.catalogueId, ...beside].map((catalogue) => call(api.GET('/indicators', { params: { query: { catalogue, ...only } }, signal }))))
      return lists.flatMap(({ items }) => items)
    },
    [roundId, codes],
  )
}
