import { api, call } from '~/api'
import { Link } from '~/app/Link'
import { EmptyState, Loaded } from '~/components'
import { useLoad } from '~/hooks'
import { t } from '~/i18n'
import { today } from '~/needs/days'
import { NeedItem } from '~/needs/NeedItem'

const shown = 4

/** The published needs whose deadline is nearest. */
export function OpenNeeds() {
  const load = useLoad((signal) => call(api.GET('/needs', { params: { query: { sort: 'deadline', deadlineFrom: today(), limit: shown } }, signal })), [])
  return (
    <section class="home-part home-part--needs" aria-labelledby="open-needs">
      <h3 class="ds-heading" data-size="xs" id="open-needs">
        {t('home.needs.title')}
      </h3>
      <Loaded
        load={load}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState title={t('home.needs.empty')}>
            <p>{t('home.needs.emptyHelp')}</p>
          </EmptyState>
        }
      >
        {({ items }) => (
          <ul class="rows">
            {items.map((need) => (
              <li key={need.id}>
                <NeedItem need={need} level={4} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <p class="home-part__all">
        <Link to="/needs">{t('home.needs.all')}</Link>
      </p>
    </section>
  )
}
