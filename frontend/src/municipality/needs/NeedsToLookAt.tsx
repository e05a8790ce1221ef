import { api, call } from '~/api'
import { Link } from '~/app/Link'
import { EmptyState, Loaded } from '~/components'
import { useLoad } from '~/hooks'
import { t } from '~/i18n'
import { NeedItem } from './NeedItem'

const many = 3

/** On the first page: the needs that one's own municipality is part of, the most pressing first. */
export function NeedsToLookAt() {
  const load = useLoad((signal) => call(api.GET('/workbench/needs', { params: { query: {} }, signal })), [])
  return (
    <section class="section" aria-labelledby="needs-title">
      <h2 class="ds-heading" data-size="sm" id="needs-title">
        {t('municipality.front.needs')}
      </h2>
      <Loaded
        load={load}
        isEmpty={({ items }) => !items.some(({ involved }) => involved)}
        empty={
          <EmptyState title={t('municipality.front.needsEmpty')}>
            {load.data?.notes.map((note) => (
              <p key={note}>{note}</p>
            ))}
          </EmptyState>
        }
      >
        {({ items }) => (
          <ul class="candidates">
            {items
              .filter(({ involved }) => involved)
              .slice(0, many)
              .map((need) => (
                <NeedItem key={need.id ?? need.title} need={need} level={3} />
              ))}
          </ul>
        )}
      </Loaded>
      <p>
        <Link to="/municipality/needs">{t('municipality.front.allNeeds')}</Link>
      </p>
    </section>
  )
}
