import type { components } from '~/api'
import { formatList, formatNumber, formatValue, type Measure, noFigure, t } from '~/i18n'
import type { Indicator } from './types'

export type BandValues = components['schemas']['BandValues']
type Judged = Measure & Pick<Indicator, 'direction'>

/** A distance from the middle: of shares in percentage points. */
export function formatDistance(value: number, { type, unit, decimals }: Measure): string {
  return type === 'percent' ? t('common.percentagePoints', { amount: formatNumber(value, decimals) }) : formatValue(value, { unit, ...(decimals === undefined ? {} : { decimals }) })
}

/**
 * The values of an indicator that give a band: "97,2 % eller mer", "60,0 til 97,2 %",
 * words for yes, partly and no, distances where the middle is best.
 */
export function bandValues({ from, to, worst, best, decimals, answers }: Omit<BandValues, 'band'>, indicator: Judged, middle?: number): string {
  if (answers) {
    const words = answers.map((value) => formatValue(value, indicator))
    return words.length > 0 ? formatList(words.map((word, i) => (i === 0 ? word : word.toLowerCase()))) : noFigure
  }
  const centred = indicator.direction === 'middle' && middle !== undefined
  const write = (value: number) => (centred ? formatDistance(value, { ...indicator, decimals }) : formatValue(value, { ...indicator, decimals }))
  const rising = best > worst
  const range =
    to >= 100
      ? t(rising ? 'status.range.or_more' : 'status.range.or_less', { value: write(worst) })
      : from <= 0
        ? t(rising ? 'status.range.under' : 'status.range.over', { value: write(best) })
        : t('status.range.between', { from: formatNumber(Math.min(worst, best), decimals), to: write(Math.max(worst, best)) })
  return centred ? t('status.range.fromMiddle', { distance: range, middle: formatValue(middle, indicator) }) : range
}
