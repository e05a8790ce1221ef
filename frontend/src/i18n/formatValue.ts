import { formatNumber, noFigure } from './format'
import { language, t } from './t'

/** What a value is written with: its unit, its decimals if they are fixed, and the kind of question it answers. */
export interface Measure {
  unit: string
  decimals?: number
  type?: 'percent' | 'number' | 'ratio' | 'yes_partly_no' | 'score' | 'parts'
}

/** A value that somebody typed: with the decimals of its kind, and more where they gave more. */
export function formatTyped(value: number | null | undefined, measure: Measure): string {
  const typed = `${Number((value ?? 0).toFixed(3))}`.split('.')[1] ?? ''
  return formatValue(value, { ...measure, decimals: Math.max(measure.decimals ?? 0, typed.length) })
}

/** A unit that names the most there can be, as the catalogue writes it: "poeng (0–3)". */
const outOf = /^(.+) \(0–(\d+)\)$/

/** The space inside a number of a unit, where no line may break: "per 10 000 innbyggere". */
const thousands = /(?<=\d) (?=\d{3})/g

/** A value as one says it: "12,4 %", "2 av 3 poeng", "Delvis". A ratio has no unit, and nothing has none either. */
export function formatValue(value: number | null | undefined, { unit, decimals, type }: Measure): string {
  const number = formatNumber(value, decimals)
  if (number === noFigure || !unit || type === 'ratio') return number
  if (type === 'yes_partly_no') {
    const word = ({ 0: 'common.no', 50: 'common.partly', 100: 'common.yes' } as const)[value as number]
    if (word) return t(word)
    // A median or mean may stand between two words.
    const low = (value as number) < 50
    return t('common.between', { from: t(low ? 'common.no' : 'common.partly').toLowerCase(), to: t(low ? 'common.partly' : 'common.yes').toLowerCase() })
  }
  const most = outOf.exec(unit)
  if (most?.[1] && most[2]) return `${t('common.outOf', { amount: number, most: most[2] })} ${most[1]}`
  // English writes the per cent sign right after the number.
  return language() === 'en' && unit.startsWith('%') ? `${number}${unit}` : `${number}\u00a0${unit.replace(thousands, '\u00a0')}`
}
