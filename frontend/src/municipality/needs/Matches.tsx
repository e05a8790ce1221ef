import { useState } from 'preact/hooks'
import { api, call, type components } from '~/api'
import { announce } from '~/app/announce'
import { Button, Details, Dialog, EmptyState, Loaded, Table, Tag } from '~/components'
import { useLoad } from '~/hooks'
import { formatNumber, formatShare, localText, t } from '~/i18n'
import { ReasonForm } from '~/components/reason/ReasonForm'

type NeedMatch = components['schemas']['NeedMatch']

/** Published solutions ranked for a need, each with its reasons; what doesn't fit is put aside with a reason. */
export function Matches({ needId }: { needId: string }) {
  const load = useLoad((signal) => call(api.GET('/workbench/needs/{needId}/matches', { params: { path: { needId } }, signal })), [needId])
  return (
    <section class="section" aria-labelledby="matches-title">
      <h2 class="ds-heading" data-size="sm" id="matches-title">
        {t('ownNeeds.matches.title')}
      </h2>
      <p class="prose">{t('ownNeeds.matches.help')}</p>
      <Loaded
        load={load}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState title={t('ownNeeds.matches.emptyTitle')}>
            <p>{t('ownNeeds.matches.emptyText')}</p>
          </EmptyState>
        }
      >
        {({ items }) => (
          <ol class="rows solution-matches">
            {[...items]
              .sort((a, b) => Number(Boolean(a.dismissed)) - Number(Boolean(b.dismissed)))
              .map((match) => (
                <Match key={match.solution.id} needId={needId} match={match} onDismissed={load.reload} />
              ))}
          </ol>
        )}
      </Loaded>
    </section>
  )
}

function Match({ needId, match: { solution, match, dismissed }, onDismissed }: { needId: string; match: NeedMatch; onDismissed: () => void }) {
  const [asking, setAsking] = useState(false)
  const title = localText(solution.title)
  const summary = localText(solution.summary)
  return (
    <li class={dismissed ? 'solution-match solution-match--dismissed' : 'solution-match'}>
      <h3 class="ds-heading" data-size="2xs" lang={title.language}>
        {title.text}
      </h3>
      <p class="meta">
        {solution.business.name}
        {solution.business.website && (
          <>
            {' · '}
            <a class="ds-link" href={solution.business.website} rel="noopener noreferrer">
              {t('ownNeeds.matches.website')}
            </a>
          </>
        )}
      </p>
      {dismissed && (
        <p>
          <Tag>{t('ownNeeds.matches.dismissed')}</Tag> {dismissed}
        </p>
      )}
      {summary.text && <p lang={summary.language}>{summary.text}</p>}
      <ul class="solution-match__reasons">
        {match.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <Details summary={t('ownNeeds.matches.score', { score: formatNumber(match.score, 0) })}>
        <Table
          caption={t('ownNeeds.matches.parts')}
          hideCaption
          rows={match.parts}
          rowKey={({ key }) => key}
          columns={[
            { key: 'label', head: t('ownNeeds.part'), rowHead: true, cell: ({ label }) => label },
            { key: 'weight', head: t('ownNeeds.matches.weight'), numeric: true, cell: ({ weight, known }) => (known ? formatShare(weight) : t('ownNeeds.matches.unknown')) },
            { key: 'fit', head: t('ownNeeds.matches.fit'), numeric: true, cell: ({ fit, known }) => (known ? formatShare(fit) : '') },
            { key: 'points', head: t('ownNeeds.points'), numeric: true, cell: ({ points, known }) => (known ? formatNumber(points, 1) : '') },
          ]}
          foot={
            <tr>
              <th scope="row" colSpan={3}>
                {t('ownNeeds.sum')}
              </th>
              <td class="table__number">{formatNumber(match.score, 1)}</td>
            </tr>
          }
        />
        {match.missing.length > 0 && (
          <>
            <p>{t('ownNeeds.matches.missing')}</p>
            <ul>
              {match.missing.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </>
        )}
      </Details>
      {!dismissed && (
        <p>
          <Button variant="tertiary" small onClick={() => setAsking(true)} aria-label={t('ownNeeds.matches.dismissLong', { name: title.text })}>
            {t('ownNeeds.matches.dismiss')}
          </Button>
        </p>
      )}
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('ownNeeds.matches.dismissLong', { name: title.text })}>
        <p>{t('ownNeeds.matches.dismissText')}</p>
        <ReasonForm
          id={`dismiss-${solution.id}`}
          label={t('ownNeeds.matches.reason')}
          button={t('ownNeeds.matches.dismiss')}
          missing={t('municipality.reasonMissing')}
          action={async (reason, key) => {
            await call(api.POST('/dismissals', { params: { header: { 'Idempotency-Key': key } }, body: { needId, solutionId: solution.id, reason } }))
            setAsking(false)
            announce(t('ownNeeds.matches.dismissed'))
            onDismissed()
          }}
        />
      </Dialog>
    </li>
  )
}
