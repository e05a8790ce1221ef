import { useState } from 'preact/hooks'
import { api, call } from '~/api'
import { usePlace } from '~/app/location'
import { Button, Loaded, Skeleton, Table } from '~/components'
import { useLoad } from '~/hooks'
import { formatDate, noFigure, t } from '~/i18n'
import { DecisionForm } from './DecisionForm'
import type { RoundDecision } from './types'

/** Who decided what of a round, who is missing, and the form for one's own. */
export function Decisions({ round }: { round: string }) {
  const { language } = usePlace()
  const [edited, setEdited] = useState<RoundDecision | null>(null)
  const load = useLoad((signal) => call(api.GET('/rounds/{roundId}/decisions', { params: { path: { roundId: round } }, signal })), [round])
  return (
    <Loaded load={load} skeleton={<Skeleton lines={6} />}>
      {({ items, missing }) => (
        <>
          <p>{t('councilPapers.missing', { n: missing, all: items.filter(({ council }) => !council).length })}</p>
          <Table
            caption={t('councilPapers.decisions')}
            hideCaption
            rows={items}
            rowKey={({ organisationId }) => organisationId}
            columns={[
              { key: 'name', head: t('councilPapers.who'), rowHead: true, cell: ({ name }) => name },
              { key: 'outcome', head: t('councilPapers.outcome'), cell: ({ decision }) => (decision ? t(`councilPapers.outcomes.${decision.outcome}`) : t('councilPapers.notRecorded')) },
              { key: 'body', head: t('councilPapers.body'), cell: ({ decision }) => decision?.body ?? noFigure },
              { key: 'case', head: t('councilPapers.caseNumber'), cell: ({ decision }) => decision?.caseNumber || noFigure },
              { key: 'on', head: t('councilPapers.on'), unbroken: true, cell: ({ decision }) => (decision ? formatDate(decision.decidedOn) : noFigure) },
              { key: 'text', head: t('councilPapers.text'), cell: ({ decision }) => <span class="typed">{decision?.text || noFigure}</span> },
            ]}
          />
          <div class="actions">
            {items
              .filter(({ own }) => own)
              .filter((_, i, all) => all.length === 1 || i === 0)
              .map((one) => (
                <Button key={one.organisationId} variant="secondary" onClick={() => setEdited(one)}>
                  {t('councilPapers.record', { name: one.name })}
                </Button>
              ))}
            <a class="ds-button" data-variant="tertiary" href={`/api/v1/rounds/${round}/decision-table?lang=${language}`} download>
              {t('papers.format.csv')}
            </a>
          </div>
          {edited && (
            <DecisionForm
              round={round}
              before={edited}
              onClose={() => setEdited(null)}
              onSaved={() => {
                setEdited(null)
                load.reload()
              }}
            />
          )}
        </>
      )}
    </Loaded>
  )
}
