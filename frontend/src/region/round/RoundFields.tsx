import { Checkbox, type FormError, TextField } from '~/components'
import type { Form } from '~/hooks'
import { t } from '~/i18n'

/** What a person says of a round: its name, the day it opens, the last day to answer, and whether two stand behind each response. */
export interface RoundText {
  name: string
  opensAt: string
  closesAt: string
  fourEyes: boolean
}

/** What must be mended before it is sent. */
export function roundErrors({ name, opensAt, closesAt }: Omit<RoundText, 'fourEyes'>): FormError[] {
  return [
    ...(name.trim() ? [] : [{ field: 'name', message: t('region.form.nameMissing') }]),
    ...(opensAt ? [] : [{ field: 'opensAt', message: t('region.form.opensMissing') }]),
    ...(closesAt ? [] : [{ field: 'closesAt', message: t('region.form.closesMissing') }]),
    ...(opensAt && closesAt && closesAt < opensAt ? [{ field: 'closesAt', message: t('region.form.closesBefore') }] : []),
  ]
}

export function RoundFields({ form, value, onChange }: { form: Form; value: RoundText; onChange: (next: RoundText) => void }) {
  return (
    <>
      <TextField id="name" label={t('region.form.name')} help={t('region.form.nameHelp')} maxLength={200} error={form.error('name')} value={value.name} onChange={(name) => onChange({ ...value, name })} />
      <TextField id="opensAt" type="date" characters={12} label={t('region.form.opens')} error={form.error('opensAt')} value={value.opensAt} onChange={(opensAt) => onChange({ ...value, opensAt })} />
      <TextField id="closesAt" type="date" characters={12} label={t('region.form.closes')} error={form.error('closesAt')} value={value.closesAt} onChange={(closesAt) => onChange({ ...value, closesAt })} />
      <Checkbox id="fourEyes" label={t('review.fourEyes.label')} help={t('review.fourEyes.help')} checked={value.fourEyes} onChange={(fourEyes) => onChange({ ...value, fourEyes })} />
    </>
  )
}
