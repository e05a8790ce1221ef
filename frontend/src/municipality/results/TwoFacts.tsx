import { Link } from '~/app/Link'
import { BandTag } from '~/components'
import { formatValue, t } from '~/i18n'
import { formatScore } from '~/status'
import { behindPeers, furthest, type Compared } from './rank'

const many = 5

/** The two things a figure can say, side by side and never mixed: how far from the target, and what place among the municipalities. */
export function TwoFacts({ indicators }: { indicators: readonly Compared[] }) {
  const far = furthest(indicators, many)
  const behind = behindPeers(indicators, many)
  if (far.length === 0 && behind.length === 0) return null
  return (
    <div class="two-facts">
      <section aria-labelledby="distance">
        <h2 class="ds-heading" data-size="xs" id="distance">
          {t('municipality.results.distance')}
        </h2>
        <p class="meta">{t('municipality.results.distanceHelp')}</p>
        {far.length === 0 && <p>{t('municipality.results.distanceNone')}</p>}
        <ol class="rows">
          {far.map(({ indicator, cell }) => (
            <li key={indicator.code}>
              <Link to={`/indicators/${encodeURIComponent(indicator.code)}`}>{indicator.name}</Link>
              <div class="two-facts__figure figures">
                <BandTag band={cell.band} uncertain={cell.uncertain} /> {t('municipality.results.points', { score: formatScore(cell.score) })}
              </div>
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="position">
        <h2 class="ds-heading" data-size="xs" id="position">
          {t('municipality.results.position')}
        </h2>
        <p class="meta">{t('municipality.results.positionHelp')}</p>
        {behind.length === 0 && <p>{t('municipality.results.positionNone')}</p>}
        <ol class="rows">
          {behind.map(({ indicator, cell, better = 0, units, regionMedian }) => (
            <li key={indicator.code}>
              <Link to={`/indicators/${encodeURIComponent(indicator.code)}`}>{indicator.name}</Link>
              <div class="figures">
                {t('municipality.results.better', { better, units: units - 1, yours: formatValue(cell.value, indicator), median: formatValue(regionMedian, indicator) })}
              </div>
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}
