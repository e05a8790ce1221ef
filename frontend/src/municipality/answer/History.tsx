import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { api, call, type components } from '~/api'
import { Button, Dialog, EmptyState, Loaded, Table } from '~/components'
import { useLoad } from '~/hooks'
import { formatDateTime, t } from '~/i18n'

/** What happened to an answer: who, when, from what to what and why; fetched when it is opened. */
export function History({ responseId, code, name }: { responseId: string; code: string; name: string }) {
  return (
    <HistoryDialog name={name}>
      <Changes responseId={responseId} code={code} />
    </HistoryDialog>
  )
}

/** A button that opens the history of something. */
export function HistoryDialog({ name, children }: { name: string; children: ComponentChildren }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="tertiary" small onClick={() => setOpen(true)} aria-label={t('municipality.history.of', { name })}>
        {t('municipality.history.open')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('municipality.history.of', { name })}>
        {children}
      </Dialog>
    </>
  )
}

function Changes({ responseId, code }: { responseId: string; code: string }) {
  const load = useLoad((signal) => call(api.GET('/responses/{responseId}/answers/{code}/history', { params: { path: { responseId, code } }, signal })), [responseId, code])
  return (
    <Loaded load={load} isEmpty={({ items }) => items.length === 0} empty={<EmptyState title={t('municipality.history.none')} />}>
      {({ items }) => <HistoryTable items={items.map((one) => (one.kind === 'changed' ? { ...one, from: one.from || t('charts.state.not_answered'), to: one.to || t('charts.state.not_answered') } : one))} />}
    </Loaded>
  )
}

type Change = components['schemas']['AnswerChange']

/** The kinds of change that say from what to what. */
const valued: ReadonlySet<Change['kind']> = new Set(['changed', 'evidence_added', 'evidence_taken'])

/** Changes, oldest first. */
export function HistoryTable({ items }: { items: readonly Change[] }) {
  return (
    <Table
      caption={t('municipality.history.caption')}
      hideCaption
      rows={items}
      rowKey={({ at, kind, to }) => `${at} ${kind} ${to}`}
      columns={[
        { key: 'at', head: t('municipality.history.at'), rowHead: true, cell: ({ at }) => formatDateTime(at) },
        { key: 'by', head: t('municipality.history.by'), cell: ({ by }) => by },
        { key: 'what', head: t('review.history.what'), cell: ({ kind, revision }) => (kind === 'submitted' ? t('review.history.submitted', { n: revision ?? 1 }) : t(`review.history.${kind}`)) },
        { key: 'from', head: t('municipality.history.from'), cell: ({ kind, from }) => (valued.has(kind) ? from : '') },
        { key: 'to', head: t('municipality.history.to'), cell: ({ kind, to }) => (valued.has(kind) ? to : '') },
        { key: 'why', head: t('review.history.why'), cell: ({ why }) => why },
      ]}
    />
  )
}
