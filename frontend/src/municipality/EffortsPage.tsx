import { useState } from 'preact/hooks'
import { api, call } from '~/api'
import { announce } from '~/app/announce'
import { usePlace } from '~/app/location'
import { Page } from '~/app/Page'
import { Button, ErrorSummary, Loaded, Skeleton, Table } from '~/components'
import { type Form, useForm, useLoad } from '~/hooks'
import { formatDate, formatNumber, noFigure, t } from '~/i18n'
import type { Effort } from './effort'
import { EffortForm } from './EffortForm'

/** The hours that a municipality has spent on its rounds. */
export default function EffortsPage() {
  const form = useForm()
  return (
    <Page title={t('rounds.effort.title')} lead={t('rounds.effort.lead')} back={{ to: '/municipality', label: t('municipality.round.toFront') }} errors={form.errors.length > 0}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <Log form={form} />
    </Page>
  )
}

function Log({ form }: { form: Form }) {
  const { query } = usePlace()
  const load = useLoad(
    async (signal) => {
      const [efforts, responses] = await Promise.all([call(api.GET('/efforts', { signal })), call(api.GET('/responses', { signal }))])
      return { efforts: efforts.items, rounds: responses.items.map(({ round }) => ({ id: round.id, name: round.name })) }
    },
    [],
  )
  const [correcting, setCorrecting] = useState<Effort | null>(null)
  const remove = ({ id, version }: Effort) =>
    form.send({ id, version }, async () => {
      await call(api.DELETE('/efforts/{effortId}', { params: { path: { effortId: id }, header: { 'If-Match': `"${version}"` } } }))
      announce(t('rounds.effort.removed'))
      load.reload()
    })
  return (
    <Loaded load={load} skeleton={<Skeleton lines={8} />}>
      {({ efforts, rounds }) =>
        rounds.length === 0 ? (
          <p>{t('rounds.effort.noRounds')}</p>
        ) : (
          <>
            <EffortForm
              key={correcting?.id ?? 'new'}
              form={form}
              rounds={rounds}
              first={query.get('round') ?? rounds[0]?.id ?? ''}
              correcting={correcting}
              onDone={() => {
                announce(t('rounds.effort.saved'))
                setCorrecting(null)
                load.reload()
              }}
              onCancel={() => setCorrecting(null)}
            />
            <section class="section" aria-labelledby="log">
              <h2 class="ds-heading" data-size="sm" id="log">
                {t('rounds.effort.sum', { hours: formatNumber(efforts.reduce((sum, { minutes }) => sum + minutes, 0) / 60, 1) })}
              </h2>
              {efforts.length === 0 ? <p>{t('rounds.effort.none')}</p> : <Entries efforts={efforts} onCorrect={setCorrecting} onRemove={(entry) => void remove(entry)} />}
            </section>
          </>
        )
      }
    </Loaded>
  )
}

function Entries({ efforts, onCorrect, onRemove }: { efforts: readonly Effort[]; onCorrect: (entry: Effort) => void; onRemove: (entry: Effort) => void }) {
  const named = (entry: Effort) => t('rounds.effort.of', { what: t(`rounds.activity.${entry.activity}`), day: formatDate(entry.spentOn) })
  return (
    <Table
      caption={t('rounds.effort.caption')}
      hideCaption
      rows={efforts}
      rowKey={({ id }) => id}
      columns={[
        { key: 'day', head: t('rounds.effort.day'), rowHead: true, cell: ({ spentOn }) => formatDate(spentOn) },
        { key: 'hours', head: t('rounds.effort.hours'), numeric: true, cell: ({ minutes }) => formatNumber(minutes / 60, 2) },
        {
          key: 'what',
          head: t('rounds.effort.activity'),
          cell: ({ activity, note }) => (
            <>
              {t(`rounds.activity.${activity}`)}
              {note && <div class="meta typed">{note}</div>}
            </>
          ),
        },
        { key: 'round', head: t('rounds.effort.round'), cell: ({ roundName }) => roundName },
        { key: 'by', head: t('rounds.effort.by'), cell: ({ by }) => by?.name ?? noFigure },
        {
          key: 'change',
          head: <span class="ds-sr-only">{t('rounds.effort.change')}</span>,
          cell: (entry) => (
            <span class="actions no-print">
              <Button variant="tertiary" aria-label={`${t('rounds.effort.change')}: ${named(entry)}`} onClick={() => onCorrect(entry)}>
                {t('rounds.effort.change')}
              </Button>
              <Button variant="tertiary" aria-label={`${t('rounds.effort.remove')}: ${named(entry)}`} onClick={() => onRemove(entry)}>
                {t('rounds.effort.remove')}
              </Button>
            </span>
          ),
        },
      ]}
    />
  )
}
