import { api, call } from '~/api'
import { usePlace } from '~/app/location'
import { Page } from '~/app/Page'
import type { PageProps } from '~/app/routes'
import { GoalBadge, Loaded, Skeleton } from '~/components'
import { goalName, useGoals, useLoad } from '~/hooks'
import { t } from '~/i18n'
import { publicPlaces, readPeriod } from '~/status'
import { Again, Behind, Facts, ofNumber } from '~/status/number'

/** One number, followed down to what was measured or answered. */
export default function NumberPage({ params }: PageProps) {
  const { query } = usePlace()
  const of = { region: params['regionId'] ?? '', number: params['number'] ?? '', municipality: query.get('municipality') ?? undefined }
  const period = readPeriod(query)
  const goals = useGoals().data
  const load = useLoad(
    (signal) => call(api.GET('/provenance', { params: { query: { region: of.region, ...period, ...ofNumber(of.number), ...(of.municipality ? { municipality: of.municipality } : {}) } }, signal })),
    [of.region, of.number, of.municipality, period.round, period.year, period.cohort],
  )
  const data = load.data
  const place = data?.municipality?.name ?? data?.region.name ?? ''
  const named = data?.indicator ? t('provenance.kind.figure', { name: data.indicator.name, place }) : t('provenance.kind.goal', { goal: data?.goal ?? '', place })
  return (
    <Page
      title={t('provenance.title')}
      above={data?.goal !== undefined && <GoalBadge goal={data.goal} name={goalName(goals, data.goal)} size="small" />}
      lead={data ? named : t('provenance.lead')}
      back={{ to: of.municipality ? publicPlaces.municipality(of.region, of.municipality, period) : publicPlaces.region(of.region, period), label: t('provenance.back') }}
      wide
    >
      <Loaded load={load} skeleton={<Skeleton lines={12} />}>
        {(proven) => (
          <>
            <Facts proven={proven} />
            {proven.hidden > 0 && <p>{t('provenance.hidden', { n: proven.hidden })}</p>}
            <section class="section" aria-labelledby="behind">
              <h2 class="ds-heading" data-size="sm" id="behind">
                {t('provenance.behind')}
              </h2>
              <Behind proven={proven} period={period} />
            </section>
            <section class="section" aria-labelledby="again">
              <h2 class="ds-heading" data-size="sm" id="again">
                {t('provenance.again')}
              </h2>
              <Again key={`${of.region}${of.number}${of.municipality}`} of={of} period={period} indicator={proven.indicator} />
            </section>
          </>
        )}
      </Loaded>
    </Page>
  )
}
