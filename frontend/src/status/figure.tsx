import { BandTag, FigureStateTag } from '~/components'
import { formatNumber, formatValue, type Measure, t } from '~/i18n'
import { formatDistance } from './bandValues'
import type { Bounds, Cell, GoalCell, Indicator } from './types'

/** A score, 0 to 100, with one decimal as in the charts. */
export function formatScore(score: number | null | undefined): string {
  return formatNumber(score, 1)
}

/** "40 % gives 0 points, 100 % gives 100", a long unit once at the end; or that there are no bounds. Where the middle is best they are distances from it. */
export function formatBounds({ lower, optimum }: Pick<Bounds, 'lower' | 'optimum'>, indicator: Measure & Partial<Pick<Indicator, 'direction'>>): string {
  if (lower === undefined || optimum === undefined) return t('status.notScored')
  if (indicator.direction === 'middle') return t('status.boundsMiddle', { lower: formatDistance(lower, indicator), optimum: formatDistance(optimum, indicator) })
  const short = indicator.unit.length <= 2 || indicator.type === 'yes_partly_no'
  const write = (value: number) => (short ? formatValue(value, indicator) : formatNumber(value, indicator.decimals))
  // Inside a sentence a word has a small letter.
  const best = indicator.type === 'yes_partly_no' ? write(optimum).toLowerCase() : write(optimum)
  const text = t('status.bounds', { lower: write(lower), optimum: best })
  return short || !indicator.unit ? text : `${text} (${indicator.unit})`
}

/** One figure: the value and its year, or why there is none; that nobody stands by it, or that it is uncertain. */
export function Figure({ cell, indicator }: { cell: Cell; indicator: Measure }) {
  if (cell.state !== 'value') return <FigureStateTag state={cell.state} />
  return (
    <span class="figure">
      <span class="figure__value">{formatValue(cell.value, indicator)}</span>
      {cell.year !== undefined && <span class="meta"> {cell.year}</span>}
      {cell.uncertain && (
        <>
          {' '}
          <FigureStateTag state="uncertain" />
        </>
      )}
      {!cell.confirmed && (
        <>
          {' '}
          <FigureStateTag state="unconfirmed" />
        </>
      )}
    </span>
  )
}

/** The band of a goal, or why it has none. */
export function GoalBand({ cell }: { cell: GoalCell }) {
  if (cell.leftOut) return <span class="meta">{t('status.leftOut')}</span>
  if (cell.score === undefined) return <FigureStateTag state="no_data" />
  if (!cell.covered) return <span class="meta">{t('status.lowCoverage')}</span>
  return <BandTag band={cell.band} />
}
