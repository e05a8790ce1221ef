import type { components } from '~/api'
import type { FormError } from '~/components'
import { t } from '~/i18n'

export type Effort = components['schemas']['Effort']
export type Activity = components['schemas']['EffortActivity']

export const activities = ['answering', 'review', 'gathering', 'guidance', 'anchoring', 'coordination', 'other'] as const satisfies readonly Activity[]

/** An entry of the log as it is typed. */
export interface EffortText {
  roundId: string
  spentOn: string
  hours: number | null
  activity: Activity | ''
  note: string
}

export const minutesOf = (hours: number | null) => Math.round((hours ?? 0) * 60)

/** What must be mended before it is sent. */
export function effortErrors({ roundId, spentOn, hours, activity }: EffortText): FormError[] {
  const minutes = minutesOf(hours)
  return [
    ...(roundId ? [] : [{ field: 'roundId', message: t('rounds.effort.roundMissing') }]),
    ...(spentOn ? [] : [{ field: 'spentOn', message: t('rounds.effort.dayMissing') }]),
    ...(minutes >= 1 && minutes <= 6000 ? [] : [{ field: 'minutes', message: t('rounds.effort.hoursMissing') }]),
    ...(activity ? [] : [{ field: 'activity', message: t('rounds.effort.activityMissing') }]),
  ]
}
