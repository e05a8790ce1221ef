const mostPower = 64
const mostDigits = 15

/** Multiplied one by one: libraries differ in the last digit of a power. */
export function pow(base: number, exponent: number): number {
  if (!Number.isInteger(exponent) || Math.abs(exponent) > mostPower) return NaN
  let value = 1
  for (let i = 0; i < Math.abs(exponent); i++) value *= base
  return exponent < 0 ? 1 / value : value
}

/** The point of a number moved to the right, in the number as it is written: no digit changes. */
function shifted(value: number, digits: number): number {
  const [mantissa, exponent] = value.toExponential().split('e')
  return Number(`${mantissa}e${Number(exponent) + digits}`)
}

/** Halves away from zero, of the number as it is written, so that 1.005 gives 1.01 with two digits. */
export function round(value: number, digits = 0): number {
  if (!Number.isInteger(digits) || Math.abs(digits) > mostDigits) return NaN
  const scaled = shifted(Math.abs(value), digits)
  const down = Math.floor(scaled)
  return Math.sign(value) * shifted(scaled - down >= 0.5 ? down + 1 : down, -digits)
}

/** The number that a text is, with a point; null of other texts. */
export function numeral(text: string): number | null {
  const written = text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '')
  return /^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$/.test(written) ? Number(written) : null
}
