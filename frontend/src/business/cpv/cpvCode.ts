/** Eight digits of a CPV code as people write it, with or without check digit, and with the check digit where it was given; null when it is none. */
export function cpvCode(text: string): string | null {
  const code = text.trim()
  return /^(?!00)\d{8}(-\d)?$/.test(code) ? code : null
}

/** Two ways to write the same code. */
export function sameCode(a: string, b: string): boolean {
  return a.slice(0, 8) === b.slice(0, 8)
}
