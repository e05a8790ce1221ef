import { useState } from 'preact/hooks'
import { api, call } from '~/api'
import { Button, Dialog, Loaded, Table } from '~/components'
import { useLoad } from '~/hooks'
import { formatDate, formatDateTime, noFigure, t } from '~/i18n'
import type { Judgement } from './judgement'

/** How a strength or weakness was worded: when, by whom and what; fetched when it is opened. */
export function Wordings({ judgement }: { judgement: Judgement }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="tertiary" small onClick={() => setOpen(true)} aria-label={t('municipality.history.of', { name: judgement.text })}>
        {t('municipality.history.open')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('strengths.wordings')}>
        <Changes id={judgement.id} />
      </Dialog>
    </>
  )
}

function Changes({ id }: { id: string }) {
  const load = useLoad((signal) => call(api.GET('/judgements/{judgementId}/history', { params: { path: { judgementId: id } }, signal })), [id])
  return (
    <Loaded load={load}>
      {({ items }) => (
        <Table
          caption={t('strengths.wordings')}
          hideCaption
          rows={items}
          rowKey={({ at, judgement }) => `${at} ${judgement.version}`}
          columns={[
            { key: 'at', head: t('municipality.history.at'), rowHead: true, cell: ({ at }) => formatDateTime(at) },
            { key: 'by', head: t('municipality.history.by'), cell: ({ judgement }) => judgement.by?.name ?? noFigure },
            {
              key: 'text',
              head: t('strengths.text'),
              cell: ({ judgement: { kind, goal, text, source, endedOn, endReason } }) => (
                <>
                  <div class="typed">{text}</div>
                  <div class="meta">{[t(`strengths.${kind}`), goal ? t('municipality.goal.plain', { n: goal }) : '', source].filter(Boolean).join(' · ')}</div>
                  {endedOn && <div class="meta typed">{t('strengths.endedSince', { date: formatDate(endedOn), reason: endReason })}</div>}
                </>
              ),
            },
          ]}
        />
      )}
    </Loaded>
  )
}
