import type { ComponentChildren } from 'preact'
import { api, call } from '~/api'
import { Link } from '~/app/Link'
import { EmptyState, Loaded, Tag } from '~/components'
import { type Load, useLoad } from '~/hooks'
import { formatDate, formatLastDay, t } from '~/i18n'
import { publicPlaces, type Round } from '~/status'

const most = 4

/** The rounds that run, those that close first on top. */
export function running(rounds: readonly Round[]): Round[] {
  return rounds.filter(({ state }) => state === 'open').sort((a, b) => a.closesAt.localeCompare(b.closesAt))
}

/** The rounds whose results stand open, newest first. */
export function results(rounds: readonly Round[]): Round[] {
  return rounds.filter(({ state }) => state === 'published').sort((a, b) => (b.publishedAt ?? '').localeCompare(a.publishedAt ?? ''))
}

/** Rounds that run and the latest results, from one call. */
export function Rounds() {
  const load = useLoad(async (signal) => (await call(api.GET('/rounds', { signal }))).items, [])
  return (
    <div class="home-rounds">
      <Part
        id="running"
        title={t('home.rounds.title')}
        load={load}
        pick={running}
        empty={
          <EmptyState title={t('home.rounds.empty')}>
            <p>{t('home.rounds.emptyHelp')}</p>
          </EmptyState>
        }
      >
        {(round) => (
          <>
            <strong>{round.name}</strong>
            <span class="meta">
              {round.regionName}. {t('home.rounds.closes', { date: formatLastDay(round.closesAt) })}.
            </span>
            <span class="meta">{t('home.rounds.submitted', { n: round.submitted, total: round.municipalities })}.</span>
          </>
        )}
      </Part>
      <Part
        id="results"
        title={t('home.results.title')}
        load={load}
        pick={results}
        empty={
          <EmptyState title={t('home.results.empty')}>
            <p>{t('home.results.emptyHelp')}</p>
          </EmptyState>
        }
        after={<Link to="/status">{t('home.results.all')}</Link>}
      >
        {(round) => (
          <>
            <Link to={publicPlaces.region(round.regionId, { round: round.id })}>
              {round.regionName}, {round.name}
            </Link>
            {round.publishedAt && <span class="meta">{t('home.results.published', { date: formatDate(round.publishedAt) })}</span>}
          </>
        )}
      </Part>
    </div>
  )
}

interface PartProps {
  id: string
  title: string
  load: Load<Round[]>
  pick: (rounds: readonly Round[]) => Round[]
  empty: ComponentChildren
  after?: ComponentChildren
  children: (round: Round) => ComponentChildren
}

function Part({ id, title, load, pick, empty, after, children }: PartProps) {
  return (
    <section class="home-part" aria-labelledby={id}>
      <h3 class="ds-heading" data-size="xs" id={id}>
        {title}
      </h3>
      <Loaded load={load} isEmpty={(rounds) => pick(rounds).length === 0} empty={empty}>
        {(rounds) => (
          <ul class="rows">
            {pick(rounds)
              .slice(0, most)
              .map((round) => (
                <li key={round.id} class="home-round">
                  {children(round)}
                  {round.madeUp && <Tag outline>{t('needs.madeUp')}</Tag>}
                </li>
              ))}
          </ul>
        )}
      </Loaded>
      {after && <p class="home-part__all">{after}</p>}
    </section>
  )
}
