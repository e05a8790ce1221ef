import { t } from '~/i18n'

/** Minutes as people say them: under two hours to the minute, over that to the hour. */
export function timeText(minutes: number): string {
  return minutes < 120 ? t('joining.start.minutes', { n: minutes }) : t('joining.start.hours', { n: Math.round(minutes / 60) })
}
