import { CheckboxGroup, RadioGroup, Select, Textarea, TextField } from '~/components'
import { t } from '~/i18n'
import { regionOption, useRegions } from '~/status'
import type { PartProps } from './SolutionTexts'

export const trlLevels = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const
const marketStates = ['concept', 'pilot', 'first_customers', 'many_customers'] as const
const priceModels = ['one_off', 'per_unit', 'subscription', 'shared_saving', 'other'] as const

/** Where it is offered: everywhere, or in chosen regions. */
export function SolutionWhere({ draft, change, error }: PartProps) {
  const regions = (useRegions().data ?? []).filter(({ kind }) => kind !== 'country')
  return (
    <>
      <RadioGroup
        id="where"
        label={t('business.edit.where')}
        options={(['everywhere', 'some'] as const).map((value) => ({ value, label: t(`business.edit.where.${value}`) }))}
        value={draft.everywhere ? 'everywhere' : 'some'}
        onChange={(where) => change({ everywhere: where === 'everywhere' })}
      />
      {!draft.everywhere && (
        <div class="solution-regions">
          <CheckboxGroup
            id="regionIds"
            label={t('business.edit.regions')}
            help={t('business.edit.regionsHelp')}
            error={error('regionIds')}
            options={regions.map((region) => ({ value: region.id, label: regionOption(region) }))}
            value={draft.regionIds}
            onChange={(regionIds) => change({ regionIds })}
          />
        </div>
      )}
    </>
  )
}

/** Readiness, place in the market and price, each "not stated" until chosen. */
export function SolutionReadiness({ draft, change, error }: PartProps) {
  return (
    <>
      <Select
        id="trl"
        label={t('business.edit.trl')}
        help={t('business.edit.trlHelp')}
        optional
        error={error('trl')}
        options={[{ value: '0', label: t('business.edit.notTold') }, ...trlLevels.map((level) => ({ value: String(level), label: t(`business.trl.${level}`) }))]}
        value={String(draft.trl)}
        onChange={(trl: string) => change({ trl: Number(trl) })}
      />
      <Select
        id="marketState"
        label={t('business.edit.marketState')}
        optional
        empty={t('business.edit.notTold')}
        error={error('marketState')}
        options={marketStates.map((value) => ({ value, label: t(`business.market.${value}`) }))}
        value={draft.marketState}
        onChange={(marketState) => change({ marketState })}
      />
      <Select
        id="priceModel"
        label={t('business.edit.priceModel')}
        optional
        empty={t('business.edit.notTold')}
        error={error('priceModel')}
        options={priceModels.map((value) => ({ value, label: t(`business.price.${value}`) }))}
        value={draft.priceModel}
        onChange={(priceModel) => change({ priceModel })}
      />
    </>
  )
}

export function SolutionExperience({ draft, change, error }: PartProps) {
  return (
    <>
      <Textarea
        id="references"
        label={t('business.edit.references')}
        help={t('business.edit.referencesHelp')}
        optional
        maxLength={4000}
        error={error('references')}
        value={draft.references}
        onChange={(references) => change({ references })}
      />
      <TextField
        id="website"
        type="url"
        label={t('business.edit.website')}
        help={t('business.edit.websiteHelp')}
        optional
        maxLength={300}
        error={error('website')}
        value={draft.website}
        onChange={(website) => change({ website })}
      />
    </>
  )
}
