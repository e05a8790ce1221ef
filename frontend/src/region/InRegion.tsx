import type { ComponentChildren } from 'preact'
import { setQuery } from '~/app/location'
import { EmptyState, Select, Skeleton } from '~/components'
import { t } from '~/i18n'
import { regionOption } from '~/status'
import { type ChosenRegion } from './chosen'

/** What a page shows of the chosen region, with a picker for those who look after several. */
export function InRegion({ chosen, children }: { chosen: ChosenRegion; children: (region: string) => ComponentChildren }) {
  const { id, choices, none } = chosen
  return (
    <>
      {choices.length > 0 && (
        <div class="lookup">
          <Select
            id="region"
            label={t('region.pick')}
            options={choices.map((region) => ({ value: region.id, label: regionOption(region) }))}
            value={id ?? ''}
            onChange={(region: string) => setQuery({ region, round: null, year: null, cohort: null, municipality: null, indicator: null })}
          />
        </div>
      )}
      {none ? (
        <EmptyState title={t('region.none')}>
          <p>{t('region.noneHelp')}</p>
        </EmptyState>
      ) : id === undefined ? (
        <Skeleton lines={8} />
      ) : (
        children(id)
      )}
    </>
  )
}
