/** Points per part, in the order of the rule set; null or NaN where none can be read. */
export type Points = readonly (number | null)[]

/** The weights in an address; undefined where it has none, or none that can be tried. */
export function pointsOf(text: string | null): Points | undefined {
  if (!text || !/^\d{1,3}(-\d{1,3}){5}$/.test(text)) return undefined
  return text.split('-').map(Number)
}

/** The sum of whole points from 0 to 100; undefined where one of them is something else. */
export function sumOf(points: Points): number | undefined {
  let sum = 0
  for (const one of points) {
    if (one === null || !Number.isInteger(one) || one < 0 || one > 100) return undefined
    sum += one
  }
  return sum
}

/** Weights of an address that the server takes; null for none. */
export function triedOf(text: string | null): string | null {
  const points = pointsOf(text)
  return points && sumOf(points) === 100 ? points.join('-') : null
}
