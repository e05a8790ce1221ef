import type { components } from '~/api'
import { Link } from '~/app/Link'
import { BandTag, Table } from '~/components'
import { formatDate, formatNumber, formatValue, noFigure, t } from '~/i18n'
import { Figure, formatBounds, formatScore, GoalBand } from '../figure'
import type { Period } from '../period'
import { regionPlaces } from '../places'
import { numberPlace } from './asked'

type Provenance = components['schemas']['Provenance']
type ProvenFigure = components['schemas']['ProvenFigure']

/** What a number was made of: figures, or for a goal over the region the goal in each municipality. Each leads further down. */
export function Behind({ proven, period }: { proven: Provenance; period: Period }) {
  const region = proven.region.id
  const single = proven.number.kind === 'figure'
  const ofGoal = proven.number.kind === 'goal_score'
  if (proven.number.kind === 'region_goal')
    return (
      <Table
        caption={t('provenance.behindCaption')}
        hideCaption
        rows={proven.goals}
        rowKey={({ municipality }) => municipality.id}
        columns={[
          { key: 'what', head: t('status.head.municipality'), rowHead: true, cell: ({ municipality, cell }) => <Link to={numberPlace({ region, number: `${cell.goal}`, municipality: municipality.id }, period)}>{municipality.name}</Link> },
          { key: 'score', head: t('status.head.score'), numeric: true, cell: ({ cell }) => formatScore(cell.score) },
          { key: 'band', head: t('status.head.band'), cell: ({ cell }) => <GoalBand cell={cell} /> },
        ]}
      />
    )
  return (
    <Table
      caption={t('provenance.behindCaption')}
      hideCaption
      rows={proven.figures}
      rowKey={({ municipality, indicator }) => `${municipality.id}${indicator.code}`}
      columns={[
        {
          key: 'what',
          head: t(ofGoal ? 'status.head.indicator' : 'status.head.municipality'),
          rowHead: true,
          cell: ({ municipality, indicator }) => {
            const name = ofGoal ? indicator.name : municipality.name
            return single ? name : <Link to={numberPlace({ region, number: indicator.code, municipality: municipality.id }, period)}>{name}</Link>
          },
        },
        { key: 'value', head: t('status.head.value'), cell: ({ cell, indicator }) => <Figure cell={cell} indicator={indicator} /> },
        { key: 'score', head: t('status.head.score'), numeric: true, cell: ({ cell }) => formatScore(cell.score) },
        { key: 'band', head: t('status.head.band'), cell: ({ cell }) => (cell.band === 'none' ? noFigure : <BandTag band={cell.band} uncertain={cell.uncertain} />) },
        { key: 'bounds', head: t('provenance.head.bounds'), cell: (row) => <BoundsOf row={row} /> },
        { key: 'from', head: t('provenance.head.from'), cell: (row) => <From row={row} /> },
      ]}
    />
  )
}

function BoundsOf({ row: { bounds, indicator, boundsVersion } }: { row: ProvenFigure }) {
  return (
    <>
      {formatBounds(bounds, indicator)}
      <span class="meta">
        <br />
        {t(bounds.basis === 'region' ? 'provenance.region' : 'provenance.catalogue', { version: boundsVersion })}
      </span>
    </>
  )
}

/** Who said so and when: the statistics, or the revision that was submitted and approved. */
function From({ row: { cell, indicator, observation, submission } }: { row: ProvenFigure }) {
  if (!observation) return <>{noFigure}</>
  return (
    <ul class="number-origin">
      <li>{cell.source ?? noFigure}</li>
      {cell.imputed && <li>{t('provenance.imputed')}</li>}
      {!submission && <li>{t('provenance.from.statistics', { date: formatDate(observation.storedAt) })}</li>}
      {submission && (
        <>
          <li>{t('provenance.from.response', { date: formatDate(submission.submittedAt), revision: formatNumber(submission.revision) })}</li>
          {submission.approvedAt && (
            <li>
              {submission.approvedBy
                ? t('provenance.from.approvedBy', { date: formatDate(submission.approvedAt), name: submission.approvedBy })
                : t('provenance.from.approved', { date: formatDate(submission.approvedAt) })}
            </li>
          )}
          {submission.overridden && submission.statistic && (
            <li>{t('provenance.from.overridden', { value: formatValue(submission.statistic.value, indicator), source: submission.statistic.source })}</li>
          )}
          {submission.overrideReason && <li>{t('provenance.from.reason', { reason: submission.overrideReason })}</li>}
          <li class="meta">{t('provenance.receipt', { receipt: submission.receipt })}</li>
          {submission.responseId && (
            <li>
              <Link to={regionPlaces.answers?.(submission.responseId, indicator.code) ?? ''} aria-label={t('provenance.answerOf', { name: indicator.name })}>
                {t('provenance.answer')}
              </Link>
            </li>
          )}
        </>
      )}
    </ul>
  )
}
