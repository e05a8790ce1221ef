import { api, call } from '~/api'
import { setQuery, usePlace } from '~/app/location'
import { Page } from '~/app/Page'
import { Alert, EmptyState, Loaded, Select, Skeleton } from '~/components'
import { useLoad } from '~/hooks'
import { t } from '~/i18n'
import { useChosenRegion } from '../chosen'
import { InRegion } from '../InRegion'
import { Said } from '../Said'
import { filters, type Filter, matchesFilter, NeedRow } from './NeedRow'
import { Weights } from './Weights'
import { triedOf } from './weights'

export default function NeedsPage() {
  const chosen = useChosenRegion()
  return (
    <Page title={t('region.needs.title')} lead={t('region.needs.lead')} wide>
      <InRegion chosen={chosen}>{(region) => <Workbench key={region} region={region} />}</InRegion>
    </Page>
  )
}

const isFilter = (value: string | null): value is Filter => filters.includes(value as Filter)

function Workbench({ region }: { region: string }) {
  const { query } = usePlace()
  const wanted = query.get('show')
  const rounds = useLoad(async (signal) => (await call(api.GET('/rounds', { params: { query: { region } }, signal }))).items.filter(({ state }) => state !== 'draft' && state !== 'scheduled'), [region])
  const round = query.get('round') ?? rounds.data?.[0]?.id
  return (
    <Loaded load={rounds} skeleton={<Skeleton lines={8} />} isEmpty={(list) => list.length === 0} empty={<Nothing />}>
      {(list) => (
        <>
          <div class="lookup">
            <Select id="round" label={t('region.needs.round')} options={list.map(({ id, name }) => ({ value: id, label: name }))} value={round ?? ''} onChange={(next: string) => setQuery({ round: next })} />
            <Select
              id="show"
              label={t('region.needs.show')}
              options={filters.map((value) => ({ value, label: t(`region.needs.filter.${value}`) }))}
              value={isFilter(wanted) ? wanted : 'open'}
              onChange={(show: string) => setQuery({ show })}
            />
          </div>
          {round && <Needs round={round} filter={isFilter(wanted) ? wanted : 'open'} tried={triedOf(query.get('weights'))} />}
        </>
      )}
    </Loaded>
  )
}

function Needs({ round, filter, tried }: { round: string; filter: Filter; tried: string | null }) {
  const load = useLoad((signal) => call(api.GET('/workbench/needs', { params: { query: tried ? { round, weights: tried } : { round } }, signal })), [round, tried])
  return (
    <Loaded load={load} skeleton={<Skeleton lines={8} />}>
      {({ items, provisional, notes, weights, ruleVersion }) => {
        const shown = items.filter(({ state }) => matchesFilter(state, filter))
        return (
          <>
            <Said>
              {provisional && (
                <Alert>
                  <p>{t('region.needs.provisional')}</p>
                </Alert>
              )}
            </Said>
            {notes.map((note) => (
              <p key={note}>{note}</p>
            ))}
            {items.length === 0 ? (
              <Nothing />
            ) : (
              <>
                <Weights inForce={weights} ruleVersion={ruleVersion} tried={tried} needs={items} />
                <p class="meta" role="status">
                  {shown.length > 0 ? t('region.needs.hits', { n: shown.length }) : t('region.needs.nothing')}
                </p>
                <ol class="rows">
                  {shown.map((need, i) => (
                    <NeedRow key={need.id ?? `${need.indicator?.code ?? i}`} need={need} />
                  ))}
                </ol>
              </>
            )}
          </>
        )
      }}
    </Loaded>
  )
}

function Nothing() {
  return (
    <EmptyState title={t('region.needs.empty')}>
      <p>{t('region.needs.emptyHelp')}</p>
    </EmptyState>
  )
}
