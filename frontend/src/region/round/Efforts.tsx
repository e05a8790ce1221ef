import { api, call } from '~/api'
import { Loaded, Skeleton, Table } from '~/components'
import { useLoad } from '~/hooks'
import { formatNumber, language, noFigure, t } from '~/i18n'
import type { Round } from '~/status'

const hours = (minutes: number) => formatNumber(minutes / 60, 1)

/** The own effort of each municipality in the round. */
export function Efforts({ round }: { round: Round }) {
  const load = useLoad((signal) => call(api.GET('/rounds/{roundId}/efforts', { params: { path: { roundId: round.id } }, signal })), [round.id, round.state])
  return (
    <section class="section" aria-labelledby="efforts">
      <h2 class="ds-heading" data-size="sm" id="efforts">
        {t('rounds.effort.region')}
      </h2>
      <Loaded load={load} skeleton={<Skeleton lines={3} />} isEmpty={({ items }) => items.every(({ minutes }) => minutes === 0)} empty={<p>{t('rounds.effort.none')}</p>}>
        {({ items }) => (
          <>
            <p>
              {t('rounds.effort.regionSum', { hours: hours(items.reduce((sum, { minutes }) => sum + minutes, 0)), n: items.filter(({ minutes }) => minutes > 0).length, total: items.length })}
            </p>
            <Table
              caption={t('rounds.effort.region')}
              hideCaption
              rows={items}
              rowKey={({ municipality }) => municipality.id}
              columns={[
                { key: 'name', head: t('rounds.effort.municipality'), rowHead: true, cell: ({ municipality }) => municipality.name },
                { key: 'all', head: t('rounds.effort.all'), numeric: true, cell: ({ minutes }) => (minutes ? hours(minutes) : noFigure) },
                {
                  key: 'what',
                  head: t('rounds.effort.activity'),
                  cell: ({ activities }) => activities.map(({ activity, minutes }) => `${t(`rounds.activity.${activity}`)} ${hours(minutes)}`).join(', ') || noFigure,
                },
              ]}
            />
            <p class="no-print">
              <a class="ds-link" href={`/api/v1/rounds/${round.id}/efforts/table?lang=${language()}`} download>
                {t('rounds.effort.csv')}
              </a>
            </p>
          </>
        )}
      </Loaded>
    </section>
  )
}
