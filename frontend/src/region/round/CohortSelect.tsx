import { api, call } from '~/api'
import { Select } from '~/components'
import { useLoad } from '~/hooks'
import { t } from '~/i18n'

export interface CohortSelectProps {
  region: string
  value: string
  error?: string | undefined
  onChange: (cohort: string) => void
}

/** Whom of the region a round is for; nothing to choose where the region has no cohorts. */
export function CohortSelect({ region, value, error, onChange }: CohortSelectProps) {
  const load = useLoad((signal) => call(api.GET('/regions/{regionId}/participations', { params: { path: { regionId: region } }, signal })), [region])
  const cohorts = load.data?.cohorts ?? []
  if (cohorts.length === 0) return null
  return (
    <Select
      id="cohort"
      label={t('rounds.cohort')}
      help={t('rounds.cohort.help')}
      error={error}
      empty={t('rounds.cohort.all')}
      options={cohorts.map((name) => ({ value: name, label: name }))}
      value={value}
      onChange={onChange}
    />
  )
}
