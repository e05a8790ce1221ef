import { useEffect, useRef, useState } from 'preact/hooks'
import { api, asProblem, call, type components, type Problem } from '~/api'
import { setQuery, usePlace } from '~/app/location'
import { type Load, useLoad } from '~/hooks'
import { today } from './days'
import { type NeedFilter, needQuery } from './filters'

export type NeedList = components['schemas']['NeedPage']

const pageSize = 20
const largest = 100

export interface Needs extends Load<NeedList> {
  /** Fetches the next page; undefined when all are shown. */
  more: (() => void) | undefined
  fetchingMore: boolean
  /** Why the next page did not come; what is shown stays. */
  moreProblem: Problem | undefined
}

/**
 * The needs that fit a filter, page after page. How many pages are open stands
 * in the address (?pages=3), so that who comes back from a need finds their place.
 */
export function useNeeds(filter: NeedFilter): Needs {
  const opened = Number(usePlace().query.get('pages'))
  const pages = Number.isInteger(opened) && opened > 1 ? opened : 1
  const query = needQuery(filter, today())
  const key = JSON.stringify(query)
  const load = useLoad((signal) => call(api.GET('/needs', { params: { query: { ...query, limit: Math.min(pages * pageSize, largest) } }, signal })), [key])
  const [fetchingMore, setFetchingMore] = useState(false)
  const [moreProblem, setMoreProblem] = useState<Problem>()
  const shown = useRef(load.data)
  shown.current = load.data
  useEffect(() => setMoreProblem(undefined), [key])

  async function fetchMore(from: NeedList): Promise<void> {
    if (fetchingMore || from.next === undefined) return
    setFetchingMore(true)
    setMoreProblem(undefined)
    try {
      const page = await call(api.GET('/needs', { params: { query: { ...query, limit: pageSize, cursor: from.next } } }))
      // The filter may have changed meanwhile: then this page belongs to nothing.
      if (shown.current !== from) return
      load.set({ ...page, items: [...from.items, ...page.items] })
      setQuery({ pages: String(Math.ceil((from.items.length + page.items.length) / pageSize)) })
    } catch (thrown) {
      setMoreProblem(asProblem(thrown))
    } finally {
      setFetchingMore(false)
    }
  }

  const { data } = load
  return { ...load, more: data?.next ? () => void fetchMore(data) : undefined, fetchingMore, moreProblem }
}
