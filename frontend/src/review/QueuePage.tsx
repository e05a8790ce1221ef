import { api, call } from '~/api'
import { Link } from '~/app/Link'
import { Page } from '~/app/Page'
import { EmptyState, Loaded, Skeleton, StateTag, Table } from '~/components'
import { useLoad } from '~/hooks'
import { formatDate, formatNumber, t } from '~/i18n'

/** The work list of those who check: what is submitted and unchecked, the most implausible first. */
export default function QueuePage() {
  const load = useLoad((signal) => call(api.GET('/reviews', { signal })), [])
  return (
    <Page title={t('review.queue.title')} lead={t('review.queue.lead')} wide>
      <Loaded
        load={load}
        skeleton={<Skeleton lines={8} />}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState title={t('review.queue.empty')}>
            <p>{t('review.queue.emptyHelp')}</p>
          </EmptyState>
        }
      >
        {({ items }) => (
          <Table
            caption={t('review.queue.caption')}
            hideCaption
            rows={items}
            rowKey={({ responseId }) => responseId}
            columns={[
              { key: 'name', head: t('review.head.municipality'), rowHead: true, cell: ({ responseId, municipality }) => <Link to={`/review/${responseId}`}>{municipality.name}</Link> },
              { key: 'round', head: t('review.head.round'), cell: ({ round }) => round.name },
              { key: 'state', head: t('review.head.state'), cell: ({ state }) => <StateTag of="response" state={state} /> },
              { key: 'unexplained', head: t('review.head.unexplained'), numeric: true, cell: ({ unexplained }) => formatNumber(unexplained) },
              { key: 'odd', head: t('review.head.odd'), numeric: true, cell: ({ odd }) => formatNumber(odd) },
              { key: 'open', head: t('review.head.open'), numeric: true, cell: ({ openQuestions }) => formatNumber(openQuestions) },
              { key: 'at', head: t('review.head.submitted'), cell: ({ submittedAt }) => formatDate(submittedAt) },
            ]}
          />
        )}
      </Loaded>
    </Page>
  )
}
