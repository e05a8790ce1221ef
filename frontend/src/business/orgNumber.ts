const weights = [3, 2, 7, 6, 5, 4, 3, 2, 1] as const

/** The nine digits of a Norwegian organisation number, written with or without spaces; null when it isn't nine digits. */
export function orgNumberDigits(text: string): string | null {
  const digits = text.replace(/\s/g, '')
  return /^\d{9}$/.test(digits) ? digits : null
}

/** Tells whether nine digits can be an organisation number: their weighted sum is a multiple of 11. */
export function isOrgNumber(digits: string): boolean {
  if (!/^[1-9]\d{8}$/.test(digits)) return false
  return weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11 === 0
}
