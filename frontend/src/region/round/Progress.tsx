import { api, call, type components } from '~/api'
import { Link } from '~/app/Link'
import { rolesOf, useSession } from '~/app/session'
import { Loaded, Skeleton, StateTag, Table, Tag } from '~/components'
import { useLoad } from '~/hooks'
import { formatList, formatNumber, formatShortDate, language, noFigure, t } from '~/i18n'
import { regionPlaces, type Round } from '~/status'
import { hasSubmitted } from '../hasSubmitted'

type Way = components['schemas']['MunicipalityProgress']

/** How far each municipality has come: its state, goals done, and when it submitted. Never what it has answered. */
export function Progress({ round }: { round: Round }) {
  const mayCheck = rolesOf(useSession()).includes('coordinator')
  const load = useLoad((signal) => call(api.GET('/rounds/{roundId}/progress', { params: { path: { roundId: round.id } }, signal })), [round.id, round.state])
  return (
    <section class="section" aria-labelledby="progress">
      <h2 class="ds-heading" data-size="sm" id="progress">
        {t('region.progress.title')}
      </h2>
      <Loaded load={load} skeleton={<Skeleton lines={6} />} isEmpty={({ items }) => items.length === 0} empty={<p>{t('region.progress.empty')}</p>}>
        {({ items }) => (
          <>
            <p>{t('region.front.submitted', { n: items.filter(hasSubmitted).length, total: items.length })}</p>
            <NotAnchored items={items} />
            <Table
              caption={t('region.progress.caption')}
              hideCaption
              rows={items}
              rowKey={({ municipality }) => municipality.id}
              columns={[
                {
                  key: 'name',
                  head: t('region.progress.municipality'),
                  rowHead: true,
                  cell: ({ municipality, revision }) => (revision ? <Link to={regionPlaces.municipality(round.regionId, municipality.id, { round: round.id })}>{municipality.name}</Link> : municipality.name),
                },
                {
                  key: 'state',
                  head: t('region.progress.state'),
                  cell: ({ state, late }) => (
                    <span class="round__tags">
                      <StateTag of="response" state={state} />
                      {late && <Tag tone="warning">{t('region.progress.late')}</Tag>}
                    </span>
                  ),
                },
                { key: 'goals', head: t('region.progress.goals'), numeric: true, cell: ({ sectionsDone, sections }) => t('region.of', { n: sectionsDone, total: sections }) },
                { key: 'submitted', head: t('region.progress.submitted'), unbroken: true, cell: ({ submittedAt }) => (submittedAt ? formatShortDate(submittedAt) : noFigure) },
                { key: 'active', head: t('rounds.progress.active'), unbroken: true, cell: ({ lastActivityAt }) => (lastActivityAt ? formatShortDate(lastActivityAt) : noFigure) },
                { key: 'handed', head: t('rounds.progress.handed'), numeric: true, cell: ({ handedOut }) => formatNumber(handedOut || null) },
                ...(items.some(({ cohort }) => cohort) ? [{ key: 'cohort', head: t('rounds.progress.cohort'), unbroken: true, cell: ({ cohort }: Way) => cohort ?? noFigure }] : []),
                ...(mayCheck
                  ? [
                      {
                        key: 'review',
                        head: t('common.nav.review'),
                        cell: ({ responseId, municipality }: Way) =>
                          responseId ? (
                            <Link to={`/region/rounds/${round.id}/responses/${responseId}`}>
                              {t('review.door')}
                              <span class="ds-sr-only"> – {municipality.name}</span>
                            </Link>
                          ) : (
                            noFigure
                          ),
                      },
                    ]
                  : []),
                { key: 'revision', head: t('region.progress.revision'), numeric: true, cell: ({ revision }) => formatNumber(revision || null) },
              ]}
            />
            <p class="no-print">
              <a class="ds-link" href={`/api/v1/rounds/${round.id}/progress/table?lang=${language()}`} download>
                {t('rounds.progress.csv')}
              </a>
            </p>
          </>
        )}
      </Loaded>
    </section>
  )
}

/** Whose submitted answers no decision of the municipality stands behind yet. */
function NotAnchored({ items }: { items: readonly Way[] }) {
  const waiting = items.filter((item) => hasSubmitted(item) && item.state !== 'anchored')
  return waiting.length > 0 ? <p>{t('region.progress.notAnchored', { names: formatList(waiting.map(({ municipality }) => municipality.name)) })}</p> : null
}
