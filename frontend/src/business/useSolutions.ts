import { api, call, type components } from '~/api'
import { type Load, useLoad } from '~/hooks'

export type Solution = components['schemas']['Solution']

/** The business's own solutions, newest first. */
export function useSolutions(): Load<readonly Solution[]> {
  return useLoad<readonly Solution[]>(async (signal) => (await call(api.GET('/solutions', { signal }))).items, [])
}
