import type { ComponentChildren } from 'preact'
import { api, call } from '~/api'
import { Link } from '~/app/Link'
import { Page } from '~/app/Page'
import { EmptyState, Loaded, Skeleton, StateTag, Table } from '~/components'
import { useLoad } from '~/hooks'
import { formatDate, formatLastDay, t } from '~/i18n'
import { inRegion, useChosenRegion, useMayRun } from '../chosen'
import { InRegion } from '../InRegion'

export default function RoundsPage() {
  const chosen = useChosenRegion()
  const runs = useMayRun()
  const plan = runs && chosen.id && (
    <div class="actions">
      <Link look="primary" to={inRegion('/region/rounds/new', chosen)}>
        {t('region.rounds.plan')}
      </Link>
    </div>
  )
  return (
    <Page title={t('region.rounds.title')} lead={t('region.rounds.lead')} wide>
      <InRegion chosen={chosen}>{(region) => <Rounds region={region} first={plan} />}</InRegion>
    </Page>
  )
}

function Rounds({ region, first }: { region: string; first: ComponentChildren }) {
  const load = useLoad((signal) => call(api.GET('/rounds', { params: { query: { region } }, signal })), [region])
  return (
    <Loaded
      load={load}
      skeleton={<Skeleton lines={5} />}
      isEmpty={({ items }) => items.length === 0}
      empty={
        <EmptyState title={t('region.rounds.empty')}>
          <p>{t('region.rounds.emptyHelp')}</p>
          {first}
        </EmptyState>
      }
    >
      {({ items }) => (
        <>
          <Table
            caption={t('region.rounds.caption')}
            hideCaption
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              { key: 'name', head: t('region.head.round'), rowHead: true, cell: ({ id, name }) => <Link to={`/region/rounds/${id}`}>{name}</Link> },
              { key: 'year', head: t('region.head.year'), cell: ({ year }) => `${year}` },
              { key: 'state', head: t('region.head.state'), cell: ({ state }) => <StateTag of="round" state={state} /> },
              { key: 'dates', head: t('region.head.dates'), cell: ({ opensAt, closesAt }) => t('region.dates', { from: formatDate(opensAt), to: formatLastDay(closesAt) }) },
              { key: 'submitted', head: t('region.head.submitted'), numeric: true, cell: ({ submitted, municipalities }) => t('region.of', { n: submitted, total: municipalities }) },
            ]}
          />
          {first}
        </>
      )}
    </Loaded>
  )
}
