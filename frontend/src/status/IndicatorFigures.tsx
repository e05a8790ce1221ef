import { Link } from '~/app/Link'
import { BandTag, ChartFigure, Table, Tag } from '~/components'
import { formatNumber, formatValue, noFigure, t } from '~/i18n'
import { Figure, formatBounds } from './figure'
import { WhereFrom } from './number'
import { type Period, shownPeriod } from './period'
import type { Places } from './places'
import type { IndicatorStatus } from './types'
import './status.css'

type Row = IndicatorStatus['rows'][number]

export interface IndicatorFiguresProps {
  status: IndicatorStatus
  places: Places
  /** Level of the charts' titles. */
  level?: 2 | 3
}

/** One indicator over a region: how it is spread, how it has gone, and each municipality's figure. */
export function IndicatorFigures({ status, places, level = 2 }: IndicatorFiguresProps) {
  const { indicator, rows } = status
  const period = shownPeriod(status)
  const region = status.region.id
  const Heading = `h${level}` as const
  const answers = places.answers
  return (
    <>
      <dl class="facts">
        <Fact name={t('status.facts.units')} value={formatNumber(status.units)} />
        <Fact name={t('status.facts.median')} value={formatValue(status.median, indicator)} />
        <Fact name={t('status.facts.mean')} value={formatValue(status.mean, indicator)} />
        <Fact name={t(status.bounds.basis === 'region' ? 'status.facts.boundsRegion' : 'status.facts.bounds')} value={formatBounds(status.bounds, indicator)} />
      </dl>
      <p>
        <WhereFrom of={{ region, number: indicator.code }} period={period}>
          {t('provenance.title')}
        </WhereFrom>
      </p>
      <div class="section">
        <ChartFigure chart="distribution" level={level} query={{ region, ...period, indicator: indicator.code }} />
        <ChartFigure chart="trend" level={level} query={{ region, ...period, indicator: indicator.code }} />
      </div>
      <section class="section" aria-labelledby="rows">
        <Heading class="ds-heading" data-size="sm" id="rows">
          {t('status.rowsTitle')}
        </Heading>
        <Table
          caption={t('status.rowsCaption', { name: indicator.name })}
          hideCaption
          rows={rows}
          rowKey={({ municipality }) => municipality.id}
          columns={[
            { key: 'name', head: t('status.head.municipality'), rowHead: true, cell: ({ municipality }) => <Link to={places.municipality(region, municipality.id, period)}>{municipality.name}</Link> },
            { key: 'value', head: t('status.head.value'), cell: (row) => <Value row={row} {...{ indicator, region, period }} /> },
            { key: 'band', head: t('status.head.band'), cell: ({ cell }) => (cell.state === 'value' ? <BandTag band={cell.band} uncertain={cell.uncertain} /> : noFigure) },
            { key: 'source', head: t('status.head.source'), cell: ({ cell }) => cell.source ?? noFigure },
            ...(answers && rows.some(({ responseId }) => responseId)
              ? [
                  {
                    key: 'answers',
                    head: t('status.head.answers'),
                    cell: ({ responseId, municipality }: Row) =>
                      responseId ? (
                        <Link to={answers(responseId, indicator.code)} aria-label={t('status.showAnswerOf', { name: municipality.name })}>
                          {t('status.showAnswer')}
                        </Link>
                      ) : (
                        noFigure
                      ),
                  },
                ]
              : []),
          ]}
        />
      </section>
    </>
  )
}

/** A figure, marked where it stems from an answer that nobody has checked. */
function Value({ row: { cell, municipality, unchecked }, indicator, region, period }: { row: Row; indicator: IndicatorStatus['indicator']; region: string; period: Period }) {
  return (
    <>
      <WhereFrom of={{ region, number: indicator.code, municipality: municipality.id }} period={period} none={cell.state !== 'value'}>
        <Figure cell={cell} indicator={indicator} />
      </WhereFrom> {unchecked && cell.confirmed && cell.state === 'value' && <Tag tone="warning">{t('status.unchecked')}</Tag>}
    </>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
