import { useEffect, useState } from 'preact/hooks'
import { api, call } from '~/api'
import type { CpvCode } from '../solution/draft'

export type CpvSearch = { state: 'idle' | 'searching' | 'failed' } | { state: 'found'; word: string; items: readonly CpvCode[] }

const pause = 250
const shortest = 2

/** Searches the codes while one types, when the typing rests; an answer that comes too late is dropped. */
export function useCpvSearch(text: string): CpvSearch {
  const [search, setSearch] = useState<CpvSearch>({ state: 'idle' })
  const word = text.trim()
  useEffect(() => {
    if (word.length < shortest) {
      setSearch({ state: 'idle' })
      return
    }
    const controller = new AbortController()
    setSearch((before) => (before.state === 'found' ? before : { state: 'searching' }))
    const timer = setTimeout(() => {
      call(api.GET('/cpv', { params: { query: { q: word } }, signal: controller.signal })).then(
        ({ items }) => !controller.signal.aborted && setSearch({ state: 'found', word, items }),
        () => !controller.signal.aborted && setSearch({ state: 'failed' }),
      )
    }, pause)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [word])
  return search
}
