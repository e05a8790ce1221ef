import { api, call, type components } from '~/api'
import { Link } from '~/app/Link'
import { GoalBadge, Loaded, Skeleton, Table } from '~/components'
import { useLoad } from '~/hooks'
import { localText, t } from '~/i18n'
import { formatBounds, type Round } from '~/status'

type Target = components['schemas']['RoundTarget']

/** The indicators that the catalogue has no bounds for, and what the region has set for them in this round. */
export function Targets({ round, runs }: { round: Round; runs: boolean }) {
  const load = useLoad((signal) => call(api.GET('/rounds/{roundId}/targets', { params: { path: { roundId: round.id } }, signal })), [round.id])
  const may = runs && round.state !== 'frozen' && round.state !== 'published' && round.state !== 'archived'
  return (
    <section class="section" aria-labelledby="targets">
      <h2 class="ds-heading" data-size="sm" id="targets">
        {t('region.targets.title')}
      </h2>
      <Loaded load={load} skeleton={<Skeleton lines={6} />}>
        {({ items }) => {
          const settable = items.filter((one) => one.settable)
          if (settable.length === 0) return <p>{t('region.targets.none')}</p>
          return (
            <>
              <p class="prose">{t('region.targets.lead')}</p>
              <p>{t('region.targets.count', { n: settable.filter(({ set }) => set).length, total: settable.length })}</p>
              <Table
                caption={t('region.targets.caption')}
                hideCaption
                rows={settable}
                rowKey={({ indicator }) => indicator.code}
                columns={[
                  {
                    key: 'indicator',
                    head: t('region.targets.indicator'),
                    rowHead: true,
                    cell: ({ indicator }) => (
                      <span class="round__indicator">
                        <GoalBadge goal={indicator.goal} size="small" />
                        {indicator.name}
                      </span>
                    ),
                  },
                  { key: 'target', head: t('region.targets.target'), cell: (one) => <Set target={one} /> },
                  ...(may ? [{ key: 'change', head: <span class="ds-sr-only">{t('common.change')}</span>, cell: (one: Target) => <Change round={round} target={one} /> }] : []),
                ]}
              />
            </>
          )
        }}
      </Loaded>
    </section>
  )
}

function Set({ target }: { target: Target }) {
  if (!target.set) return <span class="meta">{t('region.targets.notSet')}</span>
  const { lower, optimum, indicator } = target
  const reason = localText(target.reason)
  return (
    <>
      {formatBounds({ ...(lower === undefined ? {} : { lower }), ...(optimum === undefined ? {} : { optimum }) }, indicator)}
      {reason.text && (
        <span class="meta round__reason" lang={reason.language}>
          {reason.text}
        </span>
      )}
    </>
  )
}

function Change({ round, target: { indicator, set } }: { round: Round; target: Target }) {
  return (
    <Link to={`/region/rounds/${round.id}/targets/${indicator.code}`} aria-label={t(set ? 'region.targets.changeFor' : 'region.targets.setFor', { name: indicator.name })}>
      {t(set ? 'region.targets.change' : 'region.targets.set')}
    </Link>
  )
}
