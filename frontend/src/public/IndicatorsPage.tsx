import { useEffect } from 'preact/hooks'
import { api, call } from '~/api'
import { announce } from '~/app/announce'
import { Link } from '~/app/Link'
import { setQuery, usePlace } from '~/app/location'
import { Page } from '~/app/Page'
import { EmptyState, GoalBadge, Loaded, Select, Skeleton, Table, TextField } from '~/components'
import { goalName, useGoals, useLoad } from '~/hooks'
import { noFigure, t } from '~/i18n'
import { address, type Indicator } from '~/status'

export default function IndicatorsPage() {
  const { query } = usePlace()
  const [catalogue, goal, word] = [query.get('catalogue') ?? '', query.get('goal') ?? '', query.get('q') ?? '']
  const names = useGoals().data
  const catalogues = useLoad((signal) => call(api.GET('/catalogues', { signal })), [])
  const load = useLoad((signal) => call(api.GET('/indicators', { params: { query: catalogue ? { catalogue } : {} }, signal })), [catalogue])
  const found = (load.data?.items ?? []).filter((one) => (!goal || one.goal === Number(goal)) && `${one.name} ${one.code}`.toLowerCase().includes(word.trim().toLowerCase()))
  const filtered = goal !== '' || word !== ''
  const hits = t('public.indicators.hits', { n: found.length })
  useEffect(() => {
    if (filtered) announce(hits)
  }, [filtered, hits])

  return (
    <Page
      title={t('public.indicators.title')}
      lead={load.data ? t('public.indicators.lead', { n: load.data.items.length, catalogue: load.data.catalogue.name }) : t('public.indicators.leadWaiting')}
      wide
    >
      <div class="lookup" role="search" aria-label={t('status.choose')}>
        {(catalogues.data?.items.length ?? 0) > 1 && (
          <Select
            id="catalogue"
            label={t('public.indicators.catalogue')}
            options={(catalogues.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={catalogue || (load.data?.catalogue.id ?? '')}
            onChange={(next: string) => setQuery({ catalogue: next, goal: null })}
          />
        )}
        <Select
          id="goal"
          label={t('public.indicators.goal')}
          empty={t('public.indicators.allGoals')}
          options={(names ?? []).map(({ number, name }) => ({ value: `${number}`, label: `${number}. ${name}` }))}
          value={goal}
          onChange={(next: string) => setQuery({ goal: next })}
        />
        <TextField id="word" type="search" label={t('public.indicators.word')} value={word} onChange={(q) => setQuery({ q })} />
      </div>
      <Loaded
        load={load}
        skeleton={<Skeleton lines={10} />}
        isEmpty={() => found.length === 0}
        empty={
          <EmptyState title={t('public.indicators.none')}>
            <p>{t('public.indicators.noneHelp')}</p>
            <p>
              <Link to="/indicators">{t('public.indicators.showAll')}</Link>
            </p>
          </EmptyState>
        }
      >
        {({ catalogue: shown }) => (
          <>
            {filtered && <p class="meta">{hits}</p>}
            {[...new Set(found.map((one) => one.goal))].map((number) => (
              <section key={number} class="section aligned" aria-labelledby={`goal-${number}`}>
                <h2 class="ds-heading" data-size="xs" id={`goal-${number}`}>
                  <GoalBadge goal={number} name={goalName(names, number)} />
                </h2>
                <Catalogue goal={number} indicators={found.filter((one) => one.goal === number)} catalogue={shown.core ? undefined : shown.id} />
              </section>
            ))}
            {shown.source && (
              <section class="section prose" aria-labelledby="source">
                <h2 class="ds-heading" data-size="xs" id="source">
                  {t('public.indicators.source')}
                </h2>
                <p>{shown.source}</p>
              </section>
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Catalogue({ goal, indicators, catalogue }: { goal: number; indicators: readonly Indicator[]; catalogue: string | undefined }) {
  return (
    <Table
      caption={t('public.indicators.caption', { goal })}
      hideCaption
      rows={indicators}
      rowKey={({ code }) => code}
      columns={[
        { key: 'name', head: t('public.head.name'), rowHead: true, cell: ({ code, name }) => <Link to={address(`/indicators/${code}`, { catalogue })}>{name}</Link> },
        { key: 'unit', head: t('public.head.unit'), cell: ({ unit }) => unit || noFigure },
        { key: 'direction', head: t('public.head.direction'), cell: ({ direction }) => t(`public.direction.${direction}`) },
        { key: 'scored', head: t('public.head.scored'), cell: ({ scored }) => (scored ? t('public.scored') : t('public.notScored')) },
        ...(indicators.some(({ prefillable }) => prefillable)
          ? [{ key: 'prefillable', head: t('public.head.prefillable'), cell: ({ prefillable }: Indicator) => (prefillable ? t(`public.prefillable.${prefillable}`) : noFigure) }]
          : []),
      ]}
    />
  )
}
