import { api, call } from '~/api'
import { setQuery, usePlace } from '~/app/location'
import { Page } from '~/app/Page'
import { chartAddress, type ChartName, Loaded, Select, Skeleton, Table } from '~/components'
import { useLoad } from '~/hooks'
import { rich, t } from '~/i18n'
import { OpenFiles } from './OpenFiles'
import { type Indicator, PeriodSelect, type Region, regionOption, readPeriod, type RegionStatus, shownPeriod, useIndicators, useRegions } from '~/status'

const code = { code: (inner: string) => <code>{inner}</code> }
const examples = [
  { path: '/api/v1/regions', text: 'public.data.exRegions' },
  { path: '/api/v1/indicators', text: 'public.data.exIndicators' },
  { path: '/api/v1/needs', text: 'public.data.exNeeds' },
  { path: '/api/v1/method', text: 'public.data.exMethod' },
  { path: '/api/v1/problems', text: 'public.data.exProblems' },
] as const

export default function DataPage() {
  const regions = useRegions()
  return (
    <Page title={t('public.data.title')} lead={t('public.data.lead')}>
      <section aria-labelledby="figures">
        <h2 class="ds-heading" data-size="sm" id="figures">
          {t('public.data.chartsTitle')}
        </h2>
        <p>{t('public.data.chartsHelp')}</p>
        <Loaded load={regions} isEmpty={(list) => list.length === 0} empty={<p>{t('status.emptyRegions')}</p>}>
          {(list) => <Files regions={list} />}
        </Loaded>
      </section>
      <section class="section prose" aria-labelledby="api">
        <h2 class="ds-heading" data-size="sm" id="api">
          {t('public.data.apiTitle')}
        </h2>
        <p>{rich('public.data.api', code, { address: `${location.origin}/api/v1` })}</p>
        <p>{t('public.data.apiExamples')}</p>
        <ul>
          {examples.map(({ path, text }) => (
            <li key={path}>
              <a class="ds-link" href={path}>
                <code>{path}</code>
              </a>{' '}
              {t(text)}
            </li>
          ))}
        </ul>
        <p>{rich('public.data.openapi', code)}</p>
      </section>
      <section class="section prose" aria-labelledby="licence">
        <h2 class="ds-heading" data-size="sm" id="licence">
          {t('public.data.licenceTitle')}
        </h2>
        <p>{t('public.data.licence')}</p>
      </section>
    </Page>
  )
}

function Files({ regions }: { regions: readonly Region[] }) {
  const { query } = usePlace()
  const region = query.get('region') ?? regions[0]?.id ?? ''
  const period = readPeriod(query)
  const load = useLoad((signal) => call(api.GET('/status/regions/{regionId}', { params: { path: { regionId: region }, query: period }, signal })), [region, period.round, period.year, period.cohort])
  return (
    <>
      <div class="lookup">
        <Select id="region" label={t('status.region')} options={regions.map((one) => ({ value: one.id, label: regionOption(one) }))} value={region} onChange={(next: string) => setQuery({ region: next, round: null, year: null, cohort: null, indicator: null })} />
        {load.data && <PeriodSelect rounds={load.data.rounds} years={load.data.years} cohorts={load.data.cohorts} period={shownPeriod(load.data)} />}
      </div>
      <Loaded load={load} skeleton={<Skeleton lines={6} />}>
        {(status) => <FilesOf status={status} />}
      </Loaded>
    </>
  )
}

function FilesOf({ status }: { status: RegionStatus }) {
  const indicators = useIndicators(status.round?.catalogueId)
  const wanted = usePlace().query.get('indicator')
  const one: Indicator | undefined = indicators.data?.find((indicator) => indicator.code === wanted) ?? indicators.data?.[0]
  const base = { region: status.region.id, ...shownPeriod(status) }
  const files: { chart: ChartName; name: string; address: string }[] = (['goals', 'heat', 'coverage'] as const).map((chart) => ({
    chart,
    name: t(`public.data.${chart}`),
    address: chartAddress(chart, base, 'csv'),
  }))
  if (one) files.push({ chart: 'distribution', name: `${t('public.data.distribution')}: ${one.name}`, address: chartAddress('distribution', { ...base, indicator: one.code }, 'csv') })
  return (
    <>
      {one && (
        <div class="lookup">
          <Select
            id="indicator"
            label={t('public.data.indicator')}
            options={(indicators.data ?? []).map((indicator) => ({ value: indicator.code, label: `${indicator.goal}. ${indicator.name}` }))}
            value={one.code}
            onChange={(indicator: string) => setQuery({ indicator })}
          />
        </div>
      )}
      <OpenFiles region={status.region.id} period={status.round?.id ?? String(status.year ?? 'latest')} year={status.year} indicator={one?.code} />
      <Table
        caption={t('public.data.caption')}
        hideCaption
        rows={files}
        rowKey={({ chart }) => chart}
        columns={[
          { key: 'name', head: t('public.data.what'), rowHead: true, cell: ({ name }) => name },
          {
            key: 'file',
            head: t('public.data.file'),
            cell: ({ name, address }) => (
              <a class="ds-link" href={address} download aria-label={t('public.data.csvOf', { name })}>
                {t('public.data.csv')}
              </a>
            ),
          },
        ]}
      />
    </>
  )
}
