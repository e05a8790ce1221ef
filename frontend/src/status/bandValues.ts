import type { components } from '~/api'
import { formatList, formatNumber, formatValue, type Measure, noFigure, t } from '~/i18n'
import type { Bounds, Indicator } from './types'

export type BandRange = components['schemas']['BandRule']
type Scored = Pick<Bounds, 'lower' | 'optimum'>
type Judged = Measure & Pick<Indicator, 'direction'>

const choices = [0, 50, 100]

/** A distance from the middle: of shares in percentage points. */
export function formatDistance(value: number, { type, unit, decimals }: Measure): string {
  return type === 'percent' ? t('common.percentagePoints', { amount: formatNumber(value, decimals) }) : formatValue(value, { unit, ...(decimals === undefined ? {} : { decimals }) })
}

/** As many decimals as the indicator has, and one more where the cut would otherwise be told wrongly. */
function exact(value: number, indicator: Judged): Judged {
  const decimals = indicator.decimals ?? 0
  return Math.abs(Number(value.toFixed(decimals)) - value) < 1e-9 ? indicator : { ...indicator, decimals: decimals + 1 }
}

/**
 * The values of an indicator that give a band: "97,2 % eller mer", "60,0 til 97,2 %",
 * words for yes, partly and no, distances where the middle is best. The scale between
 * the bounds is straight, as the page about the method says.
 */
export function bandValues({ from, to }: Pick<BandRange, 'from' | 'to'>, { lower, optimum }: Scored, indicator: Judged, middle?: number): string {
  if (lower === undefined || optimum === undefined) return noFigure
  const best = to >= 100
  const worst = from <= 0
  if (indicator.type === 'yes_partly_no') {
    const given = choices.filter((value) => {
      const score = (100 * (value - lower)) / (optimum - lower)
      return score >= from && (score < to || (best && score === to))
    })
    return given.length > 0 ? formatList(given.map((value) => formatValue(value, indicator))) : noFigure
  }
  const centred = indicator.direction === 'middle' && middle !== undefined
  const at = (score: number) => lower + ((optimum - lower) * score) / 100
  const write = (score: number) => {
    const value = at(score)
    return centred ? formatDistance(value, exact(value, indicator)) : formatValue(value, exact(value, indicator))
  }
  const number = (score: number) => formatNumber(at(score), exact(at(score), indicator).decimals)
  const rising = optimum > lower
  const range = best
    ? t(rising ? 'status.range.or_more' : 'status.range.or_less', { value: write(from) })
    : worst
      ? t(rising ? 'status.range.under' : 'status.range.over', { value: write(to) })
      : t('status.range.between', { from: number(rising ? from : to), to: write(rising ? to : from) })
  return centred ? t('status.range.fromMiddle', { distance: range, middle: formatValue(middle, indicator) }) : range
}
