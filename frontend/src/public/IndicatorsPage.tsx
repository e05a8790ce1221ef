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

/** Stands in the address for the common core and the additional set together. */
const both = 'both'

/** What an indicator is sorted by beside its goal, each with its words. */
const kinds = ['bottomLine', 'perspective', 'quality'] as const
const words = {
  bottomLine: (value: string) => t(`rounds.line.${value as NonNullable<Indicator['bottomLine']>}`),
  perspective: (value: string) => t(`public.perspective.${value as NonNullable<Indicator['perspective']>}`),
  quality: (value: string) => t(`rounds.quality.${value as NonNullable<Indicator['quality']>}`),
} as const

/** An indicator with the catalogue that its page must name: none for the common core. */
type Listed = Indicator & { catalogue: string | undefined }

/** What a choice of catalogue holds, each goal's indicators of the core before the additional ones. */
function useListed(chosen: string) {
  return useLoad(
    async (signal) => {
      const ask = (catalogue?: string) => call(api.GET('/indicators', { params: { query: catalogue ? { catalogue } : {} }, signal }))
      const beside = chosen === both ? (await call(api.GET('/catalogues', { signal }))).items.filter(({ additional }) => additional) : []
      const lists = await Promise.all(chosen === both ? [ask(), ...beside.map(({ id }) => ask(id))] : [ask(chosen || undefined)])
      const items = lists.flatMap(({ catalogue, items }) => items.map((one): Listed => ({ ...one, catalogue: catalogue.core ? undefined : catalogue.id })))
      return {
        id: chosen === both ? both : lists[0]?.catalogue.id,
        name: chosen === both ? t('public.indicators.both') : (lists[0]?.catalogue.name ?? ''),
        sources: lists.map(({ catalogue }) => catalogue.source).filter(Boolean),
        items: items.sort((a, b) => a.goal - b.goal),
      }
    },
    [chosen],
  )
}

/** The codes that the service itself finds by a word: it knows the spellings of U4SSC, "EC:ICT:ICT:1C" and "1.1.1 C" alike. */
function useFound(word: string, listed: readonly Listed[] | undefined) {
  const catalogues = [...new Set((listed ?? []).map(({ catalogue }) => catalogue))]
  return useLoad(
    async (signal) => {
      if (word.length < 3 || !/\d/.test(word)) return new Set<string>()
      const lists = await Promise.all(catalogues.map((catalogue) => call(api.GET('/indicators', { params: { query: { q: word, ...(catalogue ? { catalogue } : {}) } }, signal }))))
      return new Set(lists.flatMap(({ items }) => items.map(({ code }) => code)))
    },
    [word, catalogues.join(' ')],
  ).data
}

export default function IndicatorsPage() {
  const { query } = usePlace()
  const [catalogue, goal, word] = [query.get('catalogue') ?? '', query.get('goal') ?? '', query.get('q') ?? '']
  const names = useGoals().data
  const catalogues = useLoad((signal) => call(api.GET('/catalogues', { signal })), [])
  const load = useListed(catalogue)
  const known = useFound(word.trim(), load.data?.items)
  const traits = kinds.map((kind) => query.get(kind) ?? '')
  const found = (load.data?.items ?? []).filter(
    (one) =>
      (!goal || one.goal === Number(goal)) &&
      kinds.every((kind, i) => !traits[i] || one[kind] === traits[i]) &&
      (known?.has(one.code) || `${one.name} ${one.code}`.toLowerCase().includes(word.trim().toLowerCase())),
  )
  const filtered = goal !== '' || word !== '' || traits.some(Boolean)
  const hits = t('public.indicators.hits', { n: found.length })
  useEffect(() => {
    if (filtered) announce(hits)
  }, [filtered, hits])

  return (
    <Page
      title={t('public.indicators.title')}
      lead={load.data ? t('public.indicators.lead', { n: load.data.items.length, catalogue: load.data.name }) : t('public.indicators.leadWaiting')}
      wide
    >
      <div class="lookup" role="search" aria-label={t('status.choose')}>
        {(catalogues.data?.items.length ?? 0) > 1 && (
          <Select
            id="catalogue"
            label={t('public.indicators.catalogue')}
            options={[
              ...(catalogues.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
              ...(catalogues.data?.items.some(({ additional }) => additional) ? [{ value: both, label: t('public.indicators.both') }] : []),
            ]}
            value={catalogue || (load.data?.id ?? '')}
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
        {kinds.map((kind, i) => (
          <Select
            key={kind}
            id={kind}
            label={t(`public.indicators.of.${kind}`)}
            empty={t('public.indicators.any')}
            options={[...new Set((load.data?.items ?? []).flatMap((one) => one[kind] ?? []))].sort().map((value) => ({ value, label: words[kind](value) }))}
            value={traits[i] ?? ''}
            onChange={(next: string) => setQuery({ [kind]: next })}
          />
        ))}
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
        {({ id, sources }) => (
          <>
            {filtered && <p class="meta">{hits}</p>}
            {[...new Set(found.map((one) => one.goal))].map((number) => (
              <section key={number} class="section aligned" aria-labelledby={`goal-${number}`}>
                <h2 class="ds-heading" data-size="xs" id={`goal-${number}`}>
                  <GoalBadge goal={number} name={goalName(names, number)} />
                </h2>
                <Catalogue goal={number} indicators={found.filter((one) => one.goal === number)} />
              </section>
            ))}
            {id && id !== both && (
              <p>
                <a class="ds-link" href={`/api/v1/catalogue-table?${new URLSearchParams({ catalogue: id })}`} download>
                  {t('public.indicators.table')}
                </a>
              </p>
            )}
            {sources.length > 0 && (
              <section class="section prose" aria-labelledby="source">
                <h2 class="ds-heading" data-size="xs" id="source">
                  {t('public.indicators.source')}
                </h2>
                {sources.map((source) => (
                  <p key={source}>{source}</p>
                ))}
              </section>
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Catalogue({ goal, indicators }: { goal: number; indicators: readonly Listed[] }) {
  return (
    <Table
      caption={t('public.indicators.caption', { goal })}
      hideCaption
      rows={indicators}
      rowKey={({ code }) => code}
      columns={[
        { key: 'name', head: t('public.head.name'), rowHead: true, cell: ({ code, name, catalogue }) => <Link to={address(`/indicators/${code}`, { catalogue })}>{name}</Link> },
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
