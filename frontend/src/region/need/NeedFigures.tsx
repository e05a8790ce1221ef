import type { components } from '~/api'
import { Link } from '~/app/Link'
import { BandTag, Table } from '~/components'
import { formatNumber, noFigure, t } from '~/i18n'
import { address, Figure, regionPlaces } from '~/status'
import type { WorkbenchNeed } from './NeedPage'

type Row = components['schemas']['NeedFigure']
const plain = { unit: '', decimals: 1 }

/** Every municipality behind a need with the figure that brought it in, down to the submitted answer. */
export function NeedFigures({ need }: { need: WorkbenchNeed }) {
  const period = need.round ? { round: need.round.id } : {}
  const indicator = need.indicator ?? plain
  return (
    <section class="section" aria-labelledby="figures">
      <h2 class="ds-heading" data-size="sm" id="figures">
        {t('region.need.figures')}
      </h2>
      <p>{t('region.need.figuresHelp')}</p>
      <Table
        caption={t('region.need.figuresCaption')}
        hideCaption
        rows={need.figures}
        rowKey={({ municipality }) => municipality.id}
        columns={[
          { key: 'name', head: t('status.head.municipality'), rowHead: true, cell: ({ municipality }) => <Link to={regionPlaces.municipality(need.regionId, municipality.id, period)}>{municipality.name}</Link> },
          { key: 'residents', head: t('status.head.residents'), numeric: true, cell: ({ municipality }) => formatNumber(municipality.residents) },
          { key: 'value', head: t('status.head.value'), cell: ({ cell }) => <Figure cell={cell} indicator={indicator} /> },
          { key: 'band', head: t('status.head.band'), cell: ({ cell }) => (cell.state === 'value' ? <BandTag band={cell.band} uncertain={cell.uncertain} /> : noFigure) },
          { key: 'because', head: t('region.need.because'), cell: (row) => <Because row={row} /> },
          { key: 'role', head: t('region.need.role'), cell: ({ role }) => t(`region.role.${role}`) },
          { key: 'answers', head: t('status.head.answers'), cell: (row) => <Answer row={row} code={need.indicator?.code} /> },
        ]}
      />
      {need.indicator && (
        <p>
          <Link to={regionPlaces.indicator(need.regionId, need.indicator.code, period)}>{need.indicator.name}</Link>
        </p>
      )}
    </section>
  )
}

/** Why the rules count the municipality in, and its own word on it where it gave one. */
function Because({ row: { because, priorityReason } }: { row: Row }) {
  return (
    <>
      {t(`region.because.${because}`)}
      {priorityReason && <span class="meta"> {t('region.need.priorityReason', { reason: priorityReason })}</span>}
    </>
  )
}

function Answer({ row: { responseId, revision, municipality }, code }: { row: Row; code: string | undefined }) {
  if (!responseId) return noFigure
  return (
    <Link to={address(`/region/answers/${responseId}`, { code, revision: revision ? `${revision}` : null })} aria-label={t('status.showAnswerOf', { name: municipality.name })}>
      {t('status.showAnswer')}
    </Link>
  )
}
