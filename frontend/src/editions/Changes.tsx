import { api, call, type components } from '~/api'
import { Details, FigureStateTag, Table } from '~/components'
import { useLoad } from '~/hooks'
import { formatDate, formatValue, language, t } from '~/i18n'
import { formatScore } from '~/status/figure'
import type { Round } from '~/status/types'
import './editions.css'

type Correction = components['schemas']['RoundCorrection']
type Change = components['schemas']['FigureChange']
type Said = components['schemas']['FigureSaid']

/** How many changes a page shows; the file has all. More than a few are folded, so that they do not stand before the figures. */
const shown = 60
const few = 12

/** What later editions of a published round have changed, as everybody may read it; nothing where nothing was. */
export function Changes({ round }: { round: Round }) {
  const published = round.state === 'published' || round.state === 'archived'
  const load = useLoad(
    async (signal) => (published ? (await call(api.GET('/rounds/{roundId}/corrections', { params: { path: { roundId: round.id } }, signal }))).items : []),
    [round.id, round.version],
  )
  if (!load.data || load.data.length === 0) return null
  return (
    <section class="section changes" aria-labelledby="changes">
      <h2 class="ds-heading" data-size="sm" id="changes" tabIndex={-1}>
        {t('editions.changes.title')}
      </h2>
      <p class="prose">{t('editions.changes.lead')}</p>
      {load.data.map((one) => (
        <Notice key={one.edition} one={one} />
      ))}
      <p class="no-print">
        <a class="ds-link" href={`/api/v1/rounds/${round.id}/corrections/table?lang=${language()}`} download>
          {t('editions.changes.csv')}
        </a>
      </p>
    </section>
  )
}

function Notice({ one }: { one: Correction }) {
  return (
    <>
      <h3 class="ds-heading" data-size="xs">
        {t('editions.changes.of', { n: one.edition, date: formatDate(one.madeAt) })}
      </h3>
      <p class="prose typed">{t('editions.changes.reason', { reason: one.reason })}</p>
      {one.changes.length === 0 && <p>{t('editions.changes.none')}</p>}
      {one.changes.length > few ? <Details summary={t('editions.changes.show', { n: one.changes.length })}>{table(one)}</Details> : one.changes.length > 0 && table(one)}
    </>
  )
}

function table(one: Correction) {
  const more = one.changes.length - shown
  return (
    <>
      <Table
          caption={t('editions.changes.caption', { n: one.edition, before: one.before })}
          rows={one.changes.slice(0, shown)}
          rowKey={(change) => [change.municipalityId, change.code, change.goal].join(' ')}
          columns={[
            { key: 'who', head: t('editions.head.who'), rowHead: true, cell: (change: Change) => change.municipality ?? t('editions.all') },
            { key: 'what', head: t('editions.head.what'), cell: (change: Change) => change.name ?? t('editions.goal', { n: change.goal }) },
            { key: 'before', head: t('editions.head.before'), numeric: true, cell: (change: Change) => <Figure said={change.before} of={change} /> },
            { key: 'after', head: t('editions.head.after'), numeric: true, cell: (change: Change) => <Figure said={change.after} of={change} /> },
          ]}
      />
      {more > 0 && <p>{t('editions.changes.more', { n: more })}</p>}
    </>
  )
}

function Figure({ said, of }: { said: Said; of: Change }) {
  if (said.value !== undefined) {
    const { code, unit = '', decimals = 1, type } = of
    return <>{code ? formatValue(said.value, { unit, decimals, ...(type ? { type } : {}) }) : formatScore(said.value)}</>
  }
  if (said.state === 'absent' || said.state === 'too_few') return <>{t(`editions.${said.state}`)}</>
  return <FigureStateTag state={said.state} />
}
