import { api, call } from '~/api'
import { type Load, useLoad } from '~/hooks'
import { t } from '~/i18n'
import type { Region } from './types'

/** All regions: those of councils first, then counties and countries. */
export function useRegions(): Load<readonly Region[]> {
  return useLoad<readonly Region[]>(async (signal) => sortRegions((await call(api.GET('/regions', { signal }))).items), [])
}

const order: Readonly<Record<Region['kind'], number>> = { council: 0, other: 1, county: 2, country: 3 }

/** By kind; within a kind as the server gave them, which knows the order of letters. */
export function sortRegions(regions: readonly Region[]): Region[] {
  return regions.filter(({ members }) => members > 0).sort((a, b) => order[a.kind] - order[b.kind])
}

/** Whether a region is a county or a whole country, of which only some municipalities may be in the service. */
export function isCountyOrCountry({ kind }: Pick<Region, 'kind'>): boolean {
  return kind === 'county' || kind === 'country'
}

/** A region by name and kind, as one name can be both a county and a council's region; published data sets come without a council. */
export function regionOption({ name, kind, councilId }: Region): string {
  return t('status.regionOption', { name, kind: t(`status.kind.${kind === 'council' && !councilId ? 'other' : kind}`) })
}
