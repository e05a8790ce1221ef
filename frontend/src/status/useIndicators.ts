import { api, call } from '~/api'
import { type Load, useLoad } from '~/hooks'
import type { Indicator } from './types'

/** The indicators of a catalogue, the common core when none is named, in the order of the goals. */
export function useIndicators(catalogue: string | undefined): Load<readonly Indicator[]> {
  return useLoad<readonly Indicator[]>(async (signal) => (await call(api.GET('/indicators', { params: { query: catalogue ? { catalogue } : {} }, signal }))).items, [catalogue])
}
