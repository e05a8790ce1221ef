import { useEffect } from 'preact/hooks'
import { announce } from '~/app/announce'
import { Link } from '~/app/Link'
import { setQuery, usePlace } from '~/app/location'
import { Page } from '~/app/Page'
import { Button, EmptyState, FailedState, Loaded, LoadMore, Skeleton } from '~/components'
import { t } from '~/i18n'
import { isNarrowed, type NeedFilter, readFilter } from './filters'
import { NeedFilters } from './NeedFilters'
import { NeedItem } from './NeedItem'
import { useNeeds } from './useNeeds'

export default function NeedsPage() {
  const filter = readFilter(usePlace().query)
  const needs = useNeeds(filter)
  const narrowed = isNarrowed(filter)
  const hits = needs.data && !needs.loading ? t('needs.hits', { n: needs.data.total }) : ''
  useEffect(() => {
    if (hits) announce(hits)
  }, [hits])

  return (
    <Page title={t('needs.title')} lead={t('needs.lead')} wide>
      <NeedFilters filter={filter} />
      <Loaded load={needs} skeleton={<Skeleton lines={8} />} isEmpty={({ items }) => items.length === 0} empty={<NoNeeds filter={filter} />}>
        {({ items, total }) => (
          <>
            <p class="need-hits">
              <span>{t('needs.hits', { n: total })}</span>
              {narrowed && <ClearFilters />}
            </p>
            <ul class="rows need-list">
              {items.map((need) => (
                <li key={need.id}>
                  <NeedItem need={need} />
                </li>
              ))}
            </ul>
            {needs.moreProblem && <FailedState problem={needs.moreProblem} onRetry={needs.more} />}
            {total > items.length && <LoadMore shown={items.length} total={total} onMore={needs.more} busy={needs.fetchingMore} />}
          </>
        )}
      </Loaded>
    </Page>
  )
}

function ClearFilters() {
  return (
    <Button variant="secondary" small onClick={() => setQuery({ goal: null, region: null, deadline: null, q: null, pages: null })}>
      {t('needs.clear')}
    </Button>
  )
}

/** Nothing fits: the way on. */
function NoNeeds({ filter }: { filter: NeedFilter }) {
  if (!isNarrowed(filter) && filter.deadline === 'all') {
    return (
      <EmptyState title={t('needs.empty')}>
        <p>{t('needs.empty.help')}</p>
        <p>
          <Link to="/status">{t('needs.empty.status')}</Link>
        </p>
      </EmptyState>
    )
  }
  return (
    <EmptyState title={isNarrowed(filter) ? t('needs.none') : t('needs.none.open')}>
      {isNarrowed(filter) && <p>{t('needs.none.help')}</p>}
      <div class="actions">
        {isNarrowed(filter) && <ClearFilters />}
        {filter.deadline !== 'all' && (
          <Button variant="secondary" small onClick={() => setQuery({ deadline: 'all', pages: null })}>
            {t('needs.none.past')}
          </Button>
        )}
      </div>
    </EmptyState>
  )
}
