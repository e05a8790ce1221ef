import { Link } from '~/app/Link'
import { BandTag, ChartFigure, GoalBadge, Table, Tag } from '~/components'
import { goalName, useGoals } from '~/hooks'
import { formatValue, noFigure, t } from '~/i18n'
import { Figure, formatScore, GoalBand } from './figure'
import { Legend } from './Legend'
import { WhereFrom } from './number'
import { type Period, shownPeriod } from './period'
import type { Places } from './places'
import type { MunicipalityStatus } from './types'
import './status.css'

type Compared = MunicipalityStatus['indicators'][number]

/** One municipality beside its region: the picture, the goals, and the indicators behind each goal. */
export function MunicipalityFigures({ status, places }: { status: MunicipalityStatus; places: Places }) {
  const names = useGoals().data
  const period = shownPeriod(status)
  const region = status.region.id
  const name = status.municipality.name
  const leftOut = new Set(status.goals.filter(({ cell }) => cell.leftOut).map(({ cell }) => cell.goal))
  const numbers = [...new Set(status.indicators.map(({ indicator }) => indicator.goal))].sort((a, b) => a - b)
  return (
    <>
      {status.answer === 'submitted' && (
        <p>
          <Tag tone="warning">{t('status.row.submitted')}</Tag> {t('status.notChecked')}
        </p>
      )}
      <ChartFigure chart="comparison" query={{ region, ...period, municipality: status.municipality.id }} />
      <section class="section" aria-labelledby="goals">
        <h2 class="ds-heading" data-size="sm" id="goals">
          {t('status.goals')}
        </h2>
        <Table
          caption={t('status.goalsCaption', { name })}
          hideCaption
          rows={status.goals}
          rowKey={({ cell }) => `${cell.goal}`}
          columns={[
            { key: 'goal', head: t('status.head.goal'), rowHead: true, cell: ({ cell }) => <GoalBadge goal={cell.goal} name={goalName(names, cell.goal)} size="small" /> },
            { key: 'score', head: t('status.head.score'), numeric: true, cell: ({ cell }) => (
                <WhereFrom of={{ region, number: `${cell.goal}`, municipality: status.municipality.id }} period={period} none={cell.score === undefined || !cell.covered}>
                  {formatScore(cell.covered ? cell.score : undefined)}
                </WhereFrom>
              ) },
            { key: 'band', head: t('status.head.band'), cell: ({ cell }) => <GoalBand cell={cell} /> },
            { key: 'mean', head: t('status.head.regionMean'), numeric: true, cell: ({ cell, regionMean }) => (
                <WhereFrom of={{ region, number: `${cell.goal}` }} period={period} none={regionMean === undefined}>
                  {formatScore(regionMean)}
                </WhereFrom>
              ) },
            { key: 'coverage', head: t('status.head.coverage'), numeric: true, cell: ({ cell }) => t('status.of', { some: cell.available, all: cell.total }) },
            { key: 'confirmed', head: t('status.head.confirmed'), numeric: true, cell: ({ cell }) => `${cell.confirmed}` },
          ]}
        />
      </section>
      {numbers.map((goal) => (
        <section key={goal} class="section aligned aligned--values" aria-labelledby={`goal-${goal}`}>
          <h2 class="ds-heading" data-size="xs" id={`goal-${goal}`}>
            <GoalBadge goal={goal} name={goalName(names, goal)} />
          </h2>
          {leftOut.has(goal) && <p>{t('status.goalLeftOut')}</p>}
          <Indicators caption={t('status.indicatorsCaption', { goal, name })} rows={status.indicators.filter(({ indicator }) => indicator.goal === goal)} {...{ region, period, places }} municipality={status.municipality.id} catalogue={status.round?.catalogueId} />
        </section>
      ))}
      {status.additions.length > 0 && (
        <section class="section aligned aligned--values" aria-labelledby="additions">
          <h2 class="ds-heading" data-size="sm" id="additions">
            {t('status.additions')}
          </h2>
          <p>{t('status.additionsHelp')}</p>
          <Indicators caption={t('status.additionsCaption')} rows={status.additions} {...{ region, period, places }} municipality={status.municipality.id} catalogue={undefined} />
        </section>
      )}
      <Legend />
    </>
  )
}

function Indicators({ caption, rows, region, municipality, period, places, catalogue }: { caption: string; rows: readonly Compared[]; region: string; municipality: string; period: Period; places: Places; catalogue: string | undefined }) {
  const before = rows.some((row) => row.before)
  return (
    <Table
      caption={caption}
      hideCaption
      rows={rows}
      rowKey={({ indicator }) => indicator.code}
      columns={[
        { key: 'name', head: t('status.head.indicator'), rowHead: true, cell: ({ indicator }) => <Link to={places.indicator(region, indicator.code, period, catalogue)}>{indicator.name}</Link> },
        { key: 'value', head: t('status.head.value'), cell: ({ cell, indicator }) => (
            <WhereFrom of={{ region, number: indicator.code, municipality }} period={period} none={cell.state !== 'value'}>
              <Figure cell={cell} indicator={indicator} />
            </WhereFrom>
          ) },
        { key: 'band', head: t('status.head.band'), cell: ({ cell }) => (cell.state === 'value' || cell.band !== 'none' ? <BandTag band={cell.band} uncertain={cell.uncertain} /> : noFigure) },
        ...(before ? [{ key: 'before', head: t('status.head.before'), cell: (row: Compared) => (row.before ? <Figure cell={row.before} indicator={row.indicator} /> : noFigure) }] : []),
        { key: 'median', head: t('status.head.median'), numeric: true, cell: ({ regionMedian, indicator }) => (
            <WhereFrom of={{ region, number: indicator.code }} period={period} none={regionMedian === undefined}>
              {formatValue(regionMedian, indicator)}
            </WhereFrom>
          ) },
        { key: 'place', head: t('status.head.place'), numeric: true, cell: ({ better, units }) => (better === undefined ? noFigure : t('status.of', { some: better, all: units })) },
      ]}
    />
  )
}
