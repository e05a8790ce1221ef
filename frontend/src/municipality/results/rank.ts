import type { MunicipalityStatus } from '~/status'

export type Compared = MunicipalityStatus['indicators'][number]

/** The indicators furthest from their targets: lowest score first. Those without bounds can't be placed and are left out. */
export function furthest(indicators: readonly Compared[], many: number): Compared[] {
  return indicators
    .filter(({ cell }) => cell.state === 'value' && cell.score !== undefined && cell.score < 95)
    .sort((a, b) => (a.cell.score ?? 0) - (b.cell.score ?? 0))
    .slice(0, many)
}

/** The indicators where most municipalities of the region have a better figure: by their share, so that few answers don't hide it. */
export function behindPeers(indicators: readonly Compared[], many: number): Compared[] {
  const share = ({ better = 0, units }: Compared) => better / Math.max(1, units - 1)
  return indicators
    .filter(({ cell, better, units }) => cell.state === 'value' && better !== undefined && better > 0 && units > 1)
    .sort((a, b) => share(b) - share(a))
    .slice(0, many)
}
