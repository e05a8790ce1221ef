import { api, call } from '~/api'
import { Loaded, Table } from '~/components'
import { useLoad } from '~/hooks'
import { formatDateTime, t } from '~/i18n'
import { whereDecided } from './participation'

/** The steps that record a decision; the others stand as they were decided before. */
const decides: ReadonlySet<string> = new Set(['join', 'decline', 'say_already', 'correct'])

/** A participation's way: invited, decided, joined, changed, left; who did it and why. Another version loads it anew. */
export function History({ region, municipality, version }: { region: string; municipality: string; version?: number }) {
  const path = { regionId: region, organisationId: municipality }
  const load = useLoad((signal) => call(api.GET('/regions/{regionId}/participations/{organisationId}/history', { params: { path }, signal })), [region, municipality, version])
  return (
    <section class="section" aria-labelledby="history">
      <h2 class="ds-heading" data-size="sm" id="history">
        {t('joining.history.title')}
      </h2>
      <p class="prose">{t('joining.history.lead')}</p>
      <Loaded load={load} isEmpty={({ items }) => items.length === 0} empty={<p>{t('joining.history.none')}</p>}>
        {({ items }) => (
          <Table
            caption={t('joining.history.title')}
            hideCaption
            rows={items.map((event, n) => ({ ...event, n }))}
            rowKey={({ n }) => String(n)}
            columns={[
              { key: 'at', head: t('joining.history.at'), rowHead: true, unbroken: true, cell: ({ at }) => formatDateTime(at) },
              {
                key: 'what',
                head: t('joining.history.what'),
                cell: ({ action, decision, cohort }) => (
                  <>
                    {t(`joining.history.${action}`)}
                    {decision && decides.has(action) && <div class="meta">{whereDecided(decision)}</div>}
                    {action === 'cohort' && cohort && <div class="meta">{cohort}</div>}
                  </>
                ),
              },
              { key: 'by', head: t('joining.history.by'), cell: ({ by }) => by || t('joining.history.service') },
              { key: 'why', head: t('joining.history.why'), cell: ({ reason }) => <span class="typed">{reason}</span> },
            ]}
          />
        )}
      </Loaded>
    </section>
  )
}
