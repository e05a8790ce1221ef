import type { components } from '~/api'
import { Table } from '~/components'
import { formatNumber, formatShare, noFigure, t } from '~/i18n'

export type MatchScore = components['schemas']['MatchScore']

/** Where each part begins on a line from 0 to 100, and how long it is. Parts without points are left out. */
export function segments({ parts }: Pick<MatchScore, 'parts'>): { key: string; label: string; from: number; points: number }[] {
  let from = 0
  const list = []
  for (const { key, label, points } of parts) {
    if (points > 0) list.push({ key, label, from, points })
    from += points
  }
  return list
}

/** The score as a line of 100 with its parts one after another. The table says the same in figures. */
export function MatchBar({ match }: { match: MatchScore }) {
  return (
    <svg class="match-bar" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label={t('business.match.scoreLabel', { score: formatNumber(match.score, 0) })}>
      <rect class="match-bar__whole" x="0" y="0" width="100" height="10" />
      {segments(match).map(({ key, label, from, points }) => (
        <rect key={key} class="match-bar__part" x={from} y="0" width={Math.max(points - 0.6, 0.4)} height="10">
          <title>{`${label}: ${formatNumber(points, 1)}`}</title>
        </rect>
      ))}
    </svg>
  )
}

/** The parts in a table; they sum to the score. */
export function MatchParts({ match, caption }: { match: MatchScore; caption: string }) {
  return (
    <Table
      caption={caption}
      hideCaption
      rows={match.parts}
      rowKey={({ key }) => key}
      columns={[
        { key: 'part', head: t('business.match.part'), rowHead: true, cell: ({ label }) => label },
        {
          key: 'fit',
          head: t('business.match.fit'),
          cell: ({ fit, known }) => (known ? <span class="figures">{formatShare(fit)}</span> : <span class="match__unknown">{t('business.match.unknown')}</span>),
        },
        { key: 'weight', head: t('business.match.weight'), numeric: true, cell: ({ weight, known }) => (known ? formatShare(weight) : noFigure) },
        { key: 'points', head: t('business.match.points'), numeric: true, cell: ({ points, known }) => (known ? formatNumber(points, 1) : noFigure) },
      ]}
      foot={
        <tr>
          <th scope="row" colSpan={3}>
            {t('business.match.sum')}
          </th>
          <td class="table__number">{formatNumber(match.score, 1)}</td>
        </tr>
      }
    />
  )
}
