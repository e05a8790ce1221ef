import { api, call, type components } from '~/api'
import { setQuery, usePlace } from '~/app/location'
import { Page } from '~/app/Page'
import type { PageProps } from '~/app/routes'
import { GoalBadge, Loaded, Select, Skeleton } from '~/components'
import { goalName, useGoals, useLoad } from '~/hooks'
import { t } from '~/i18n'
import { address, IndicatorFigures, PeriodSelect, publicPlaces, readPeriod, regionOption, shownPeriod, useRegions } from '~/status'
import { Definition, IndicatorBounds, IndicatorSource } from './Definition'
import { Versions } from './Versions'

type Detail = components['schemas']['IndicatorDetail']

export default function IndicatorPage({ params }: PageProps) {
  const code = params['code'] ?? ''
  const { query } = usePlace()
  const catalogue = query.get('catalogue') ?? undefined
  const load = useLoad((signal) => call(api.GET('/indicators/{code}', { params: { path: { code }, query: catalogue ? { catalogue } : {} }, signal })), [code, catalogue])
  const goals = useGoals().data
  const indicator = load.data?.indicator
  return (
    <Page
      title={indicator?.name ?? t('public.indicators.title')}
      above={indicator && <GoalBadge goal={indicator.goal} name={goalName(goals, indicator.goal)} size="small" />}
      back={{ to: address('/indicators', { catalogue }), label: t('public.indicator.all') }}
      wide
    >
      <Loaded load={load} skeleton={<Skeleton lines={10} />}>
        {(detail) => (
          <>
            <Definition detail={detail} />
            <IndicatorBounds detail={detail} />
            <IndicatorSource detail={detail} />
            <Versions detail={detail} />
            <Figures detail={detail} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

/** The published figures of a region of one's choice, which stands in the address. */
function Figures({ detail }: { detail: Detail }) {
  const { query } = usePlace()
  const region = query.get('region') ?? ''
  const regions = useRegions().data ?? []
  const name = regions.find(({ id }) => id === region)?.name
  return (
    <section class="section" aria-labelledby="figures">
      <h2 class="ds-heading" data-size="sm" id="figures">
        {name ? t('public.indicator.figuresIn', { name }) : t('public.indicator.figures')}
      </h2>
      {!region && <p>{t('public.indicator.pickRegion')}</p>}
      <div class="lookup">
        <Select
          id="region"
          label={t('status.region')}
          options={regions.map((one) => ({ value: one.id, label: regionOption(one) }))}
          value={region}
          {...(region ? {} : { empty: '–' })}
          onChange={(next: string) => setQuery({ region: next, round: null, year: null })}
        />
      </div>
      {region && <FiguresOf region={region} code={detail.indicator.code} />}
    </section>
  )
}

function FiguresOf({ region, code }: { region: string; code: string }) {
  const period = readPeriod(usePlace().query)
  const load = useLoad(
    (signal) => call(api.GET('/status/regions/{regionId}/indicators/{code}', { params: { path: { regionId: region, code }, query: period }, signal })),
    [region, code, period.round, period.year, period.cohort],
  )
  return (
    <Loaded load={load} skeleton={<Skeleton lines={10} />}>
      {(status) => (
        <>
          <div class="lookup">
            <PeriodSelect rounds={status.rounds} years={status.years} cohorts={status.cohorts} period={shownPeriod(status)} />
          </div>
          <IndicatorFigures status={status} places={publicPlaces} level={3} />
        </>
      )}
    </Loaded>
  )
}
