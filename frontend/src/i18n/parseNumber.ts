import { language as currentLanguage } from './t'
import type { Language } from './language'

const grouped = (mark: string) => new RegExp(`^\\d{1,3}(\\${mark}\\d{3})+$`)

/**
 * Reads a number as people type it: "1 234,5", "1234.5", "1.234,5", "12 %", "−3".
 * Gives null for an empty field and NaN for what can't be read.
 *
 * Where comma and point both stand, the last one is the decimal sign. A sign
 * that stands several times groups thousands. One alone is the decimal sign,
 * except that English reads "1,234" as one thousand and so on. The field shows
 * the number back in the locale, so that a person sees how it was read.
 */
export function parseNumber(typed: string, language: Language = currentLanguage()): number | null {
  let text = typed.replace(/[\s\u00a0\u202f\u2009']/g, '').replace(/^[\u2212\u2013]/, '-').replace(/%$/, '')
  if (text === '') return typed.trim() === '' ? null : NaN
  const negative = text.startsWith('-')
  text = text.replace(/^[+-]/, '')
  if (!/^[\d.,]+$/.test(text)) return NaN

  const decimal = decimalSign(text, language)
  const [whole = '', fraction, ...rest] = decimal ? text.split(decimal) : [text]
  if (rest.length > 0) return NaN
  const mark = /[.,]/.exec(whole)?.[0]
  if (mark && !grouped(mark).test(whole)) return NaN
  const digits = whole.replace(/[.,]/g, '')
  if (fraction !== undefined && !/^\d*$/.test(fraction)) return NaN
  if (digits === '' && !fraction) return NaN
  const value = Number(`${digits || '0'}.${fraction || '0'}`)
  return negative && value !== 0 ? -value : value
}

function decimalSign(text: string, language: Language): ',' | '.' | undefined {
  const commas = text.split(',').length - 1
  const points = text.split('.').length - 1
  if (commas > 0 && points > 0) return text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.'
  if (commas > 1 || points > 1) return undefined
  if (commas === 1) return language === 'en' && grouped(',').test(text) ? undefined : ','
  return points === 1 ? '.' : undefined
}
