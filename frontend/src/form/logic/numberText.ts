/** A number as it is written without an exponent: "3" of 3.0, "0.0000001", "1000000000000000000000". */
export function numberText(value: number): string {
  const written = String(Object.is(value, -0) ? 0 : value)
  const found = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(written)
  if (!found) return written
  const [, sign = '', first = '', more = '', exponent = '0'] = found
  const digits = first + more
  const point = 1 + Number(exponent)
  return sign + (point <= 0 ? `0.${'0'.repeat(-point)}${digits}` : digits.padEnd(point, '0'))
}
