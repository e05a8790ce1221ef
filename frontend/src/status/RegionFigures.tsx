import type { ComponentChildren } from 'preact'
import { usePlace } from '~/app/location'
import { Changes } from '~/editions/Changes'
import { Alert, ChartFigure, EmptyState } from '~/components'
import { t } from '~/i18n'
import { Comparison } from './Comparison'
import { Legend } from './Legend'
import { MunicipalityTable } from './MunicipalityTable'
import { OneIndicator } from './OneIndicator'
import { shownPeriod } from './period'
import { roundText } from './PeriodSelect'
import type { Places } from './places'
import type { RegionStatus } from './types'
import { isCountyOrCountry } from './useRegions'
import './status.css'

const parts = ['goals', 'municipalities', 'indicator', 'comparison', 'legend'] as const

/** All that can be seen of a region in one period: what is known, the charts, the municipalities, the legend. */
export function RegionFigures({ status, places }: { status: RegionStatus; places: Places }) {
  const { query } = usePlace()
  const region = status.region.id
  const period = shownPeriod(status)
  const catalogue = status.round?.catalogueId ?? query.get('catalogue') ?? undefined
  if (status.municipalities === 0 || (!status.round && status.years.length === 0)) {
    return (
      <EmptyState title={t('status.emptyFigures')}>
        <p>{t('status.emptyFiguresHelp')}</p>
      </EmptyState>
    )
  }
  return (
    <>
      <KnownFacts status={status} />
      {status.round && <Changes round={status.round} />}
      <nav class="contents no-print" aria-labelledby="contents">
        <h2 class="ds-heading" data-size="2xs" id="contents">
          {t('status.onThisPage')}
        </h2>
        <ul>
          {parts.map((part) => (
            <li key={part}>
              <a class="ds-link" href={`#${part}`}>
                {t(`status.${part}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Part name="goals">
        <ChartFigure chart="goals" level={3} query={{ region, ...period }} />
        <ChartFigure chart="heat" level={3} query={{ region, ...period }} />
        <ChartFigure chart="coverage" level={3} query={{ region, ...period }} />
      </Part>
      <Part name="municipalities">
        <p>{t('status.municipalitiesHelp')}</p>
        <MunicipalityTable rows={status.rows} region={region} period={period} places={places} asked={Boolean(status.round)} />
      </Part>
      <Part name="indicator">
        <OneIndicator region={region} period={period} catalogue={catalogue} chosen={query.get('indicator')} places={places} />
      </Part>
      <Part name="comparison">
        <Comparison rows={status.rows} region={region} period={period} chosen={query.get('municipality')} places={places} />
      </Part>
      <Legend />
    </>
  )
}

function Part({ name, children }: { name: Exclude<(typeof parts)[number], 'legend'>; children: ComponentChildren }) {
  return (
    <section class="section" aria-labelledby={name}>
      <h2 class="ds-heading" data-size="sm" id={name} tabIndex={-1}>
        {t(`status.${name}`)}
      </h2>
      {children}
    </section>
  )
}

/** Who has answered, and what must be known before the figures are read. */
export function KnownFacts({ status }: { status: RegionStatus }) {
  return (
    <div class="stack known">
      <p class="meta">
        {status.round
          ? roundText(status.round)
          : status.year !== undefined && t('status.period.year', { year: `${status.year}` })}
      </p>
      <p class="known__first">
        {status.round ? t('status.answered', { n: status.submitted, total: status.municipalities }) : t('status.onlyStatistics', { n: status.municipalities })}
      </p>
      {status.cohort && <p>{t('status.onlyCohort', { cohort: status.cohort })}</p>}
      {isCountyOrCountry(status.region) && <p>{t('status.onlyRegistered')}</p>}
      {status.round && !status.complete && <p>{t('status.tooFew')}</p>}
      {status.withheld && <p>{t('status.withheld')}</p>}
      {status.madeUp && <Alert tone="warning">{t('status.madeUp')}</Alert>}
    </div>
  )
}
