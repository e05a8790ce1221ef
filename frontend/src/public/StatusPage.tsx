import { api, call } from '~/api'
import { Page } from '~/app/Page'
import { Card, EmptyState, Loaded, Skeleton } from '~/components'
import { useLoad } from '~/hooks'
import { formatList, t } from '~/i18n'
import { isCountyOrCountry, publicPlaces, type Region, regionOption, type Round, sortRegions } from '~/status'

interface Shown {
  regions: readonly Region[]
  rounds: readonly Round[]
}

/** The rounds that anyone may look at, by region. */
export function publishedRounds(rounds: readonly Round[], region: string): Round[] {
  return rounds.filter(({ regionId, state }) => regionId === region && (state === 'published' || state === 'archived'))
}

/** How many municipalities a region has; of a county or country, how many of its municipalities are in the service. */
function membersText(region: Region): string {
  return t(isCountyOrCountry(region) ? 'public.status.registered' : 'public.status.members', { n: region.members })
}

export default function StatusPage() {
  const load = useLoad<Shown>(async (signal) => {
    const [regions, rounds] = await Promise.all([call(api.GET('/regions', { signal })), call(api.GET('/rounds', { signal }))])
    return { regions: sortRegions(regions.items), rounds: rounds.items }
  }, [])
  return (
    <Page title={t('public.status.title')} lead={t('public.status.lead')} wide>
      <Loaded load={load} skeleton={<Skeleton lines={8} />} isEmpty={({ regions }) => regions.length === 0} empty={<EmptyState title={t('status.emptyRegions')} />}>
        {({ regions, rounds }) => {
          const published = regions.filter(({ id }) => publishedRounds(rounds, id).length > 0)
          const others = regions.filter((region) => !published.includes(region))
          return (
            <>
              <section aria-labelledby="published">
                <h2 class="ds-heading" data-size="sm" id="published">
                  {t('public.status.published')}
                </h2>
                {published.length === 0 && <p>{t('public.status.publishedNone')}</p>}
                <div class="columns">
                  {published.map((region) => {
                    const own = publishedRounds(rounds, region.id)
                    return (
                      <Card key={region.id} to={publicPlaces.region(region.id, {})} title={region.name} level={3}>
                        <p>{membersText(region)}</p>
                        <p class="meta">{t('public.status.rounds', { n: own.length, names: formatList(own.map(({ name }) => name)) })}</p>
                      </Card>
                    )
                  })}
                </div>
              </section>
              {others.length > 0 && (
                <section class="section" aria-labelledby="others">
                  <h2 class="ds-heading" data-size="sm" id="others">
                    {t('public.status.others')}
                  </h2>
                  <p>{t('public.status.othersHelp')}</p>
                  <div class="columns">
                    {others.map((region) => (
                      <Card key={region.id} to={publicPlaces.region(region.id, {})} title={regionOption(region)} level={3}>
                        <p>{membersText(region)}</p>
                      </Card>
                    ))}
                  </div>
                </section>
              )}
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}
