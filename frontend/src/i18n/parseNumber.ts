import { language as currentLanguage } from './t'
import type { Language } from './language'

const grouped = (mark: string) => new RegExp(`^\\d{1,3}(\\${mark}\\d{3})+$`)

/** The marks that group thousands and nothing else: spaces of all widths, and the apostrophe. */
const spaces = /[ \u00a0\u2007\u2009\u202f'’]/
const spaced = new RegExp(`^[+-]?\\d{1,3}(${spaces.source}\\d{3})+([.,]\\d*)?$`)

/** What people write around an amount: "kr 1 200,-", "12 %". */
const around = [/^(?:kr\.?|nok)\s*/i, /\s*(?:%|kr\.?|nok)$/i, /[.,]\s?[-–—]$/]

export interface ReadNumberOptions {
  language?: Language | undefined
  /** The answer is a whole number: a sign before three figures can only group thousands. */
  whole?: boolean | undefined
}

/**
 * Reads a number as people type it: "1 234,5", "1234.5", "1.234,5", "12 %", "−3", "kr 1 200,-".
 * Gives null for an empty field and NaN for what can't be read.
 *
 * Where comma and point both stand, the last one is the decimal sign. A sign
 * that stands several times groups thousands. One alone is the decimal sign,
 * except that English reads "1,234" as one thousand and so on, and that a whole
 * number has no decimals. The field shows the number back in the locale, so that
 * a person sees how it was read, and asks where it may have been meant otherwise.
 */
export function parseNumber(typed: string, options: Language | ReadNumberOptions = {}): number | null {
  const { language = currentLanguage(), whole = false } = typeof options === 'string' ? { language: options } : options
  let text = typed.trim()
  if (text === '') return null
  for (const one of around) text = text.replace(one, '')
  text = text.replace(/^[\u2212\u2013]/, '-').replace(/^([+-]) /, '$1')
  if (spaces.test(text)) {
    if (!spaced.test(text)) return NaN
    text = text.replace(new RegExp(spaces, 'g'), '')
  }
  const negative = text.startsWith('-')
  text = text.replace(/^[+-]/, '')
  if (!/^[\d.,]+$/.test(text)) return NaN

  const decimal = decimalSign(text, language, whole)
  const [integer = '', fraction, ...rest] = decimal ? text.split(decimal) : [text]
  if (rest.length > 0) return NaN
  const mark = /[.,]/.exec(integer)?.[0]
  if (mark && !grouped(mark).test(integer)) return NaN
  const digits = integer.replace(/[.,]/g, '')
  if (fraction !== undefined && !/^\d*$/.test(fraction)) return NaN
  if (digits === '' && !fraction) return NaN
  const value = Number(`${digits || '0'}.${fraction || '0'}`)
  return negative && value !== 0 ? -value : value
}

/**
 * What a number may have been meant as besides what parseNumber made of it: "1.234" is 1,234 or 1 234.
 * Undefined where there is but one reading.
 */
export function otherReading(typed: string, options: ReadNumberOptions = {}): number | undefined {
  const read = parseNumber(typed, options)
  const alone = /^[+\u2212\u2013-]?([1-9]\d{0,2})[.,](\d{3})$/.exec(typed.trim())
  if (read === null || !alone || options.whole) return undefined
  const [, integer = '', fraction = ''] = alone
  const readings = [Number(integer + fraction), Number(`${integer}.${fraction}`)]
  const other = readings.find((one) => one !== Math.abs(read))
  return other === undefined ? undefined : Math.sign(read) * other
}

function decimalSign(text: string, language: Language, whole: boolean): ',' | '.' | undefined {
  const commas = text.split(',').length - 1
  const points = text.split('.').length - 1
  if (commas > 0 && points > 0) return text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.'
  if (commas > 1 || points > 1) return undefined
  if (whole && /^[1-9]/.test(text) && grouped(commas === 1 ? ',' : '.').test(text)) return undefined
  if (commas === 1) return language === 'en' && grouped(',').test(text) ? undefined : ','
  return points === 1 ? '.' : undefined
}
