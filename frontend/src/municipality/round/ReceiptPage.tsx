import { useState } from 'preact/hooks'
import { api, asProblem, call, type components, type Problem } from '~/api'
import { Link } from '~/app/Link'
import { usePlace } from '~/app/location'
import { Page } from '~/app/Page'
import type { PageProps } from '~/app/routes'
import { Alert, Button, EmptyState, FailedState, Loaded, Table } from '~/components'
import { useLoad } from '~/hooks'
import { formatDateTime, t } from '~/i18n'
import { SubmissionFiles } from '~/review/SubmissionFiles'
import { download } from './download'
import { pagesOf } from './response'
import '../municipality.css'

type Submission = components['schemas']['Submission']

/** Proof of what was submitted, when and by whom, with every revision. */
export default function ReceiptPage({ params }: PageProps) {
  const responseId = params['id'] ?? ''
  const { list } = pagesOf(responseId)
  const load = useLoad(
    (signal) =>
      call(api.GET('/responses/{responseId}/submissions', { params: { path: { responseId } }, signal })).then(({ items }) => [...items].sort((a, b) => b.revision - a.revision)),
    [responseId],
  )
  const latest = load.data?.[0]
  return (
    <Page title={t('municipality.receipt.title')} above={latest && `${latest.municipality}, ${latest.roundName}`} back={{ to: list, label: t('municipality.goal.toList') }}>
      <Loaded
        load={load}
        isEmpty={(items) => items.length === 0}
        empty={
          <EmptyState title={t('municipality.receipt.none')}>
            <p>
              <Link to={list}>{t('municipality.receipt.noneHelp')}</Link>
            </p>
          </EmptyState>
        }
      >
        {(items) => (
          <>
            <Shown responseId={responseId} items={items} />
            {items.length > 1 && <Revisions responseId={responseId} items={items} />}
          </>
        )}
      </Loaded>
    </Page>
  )
}

/** The receipt that the address names by its revision, else the latest. */
function Shown({ responseId, items }: { responseId: string; items: readonly Submission[] }) {
  const revision = Number(usePlace().query.get('revision'))
  const chosen = items.find((one) => one.revision === revision) ?? items[0]
  if (!chosen) return null
  return (
    <>
      {chosen !== items[0] && (
        <Alert>
          <p>{t('review.receipt.earlier')}</p>
          <p>
            <Link to={pagesOf(responseId).receipt}>{t('review.receipt.toLatest')}</Link>
          </p>
        </Alert>
      )}
      <Receipt responseId={responseId} submission={chosen} />
    </>
  )
}

function Receipt({ responseId, submission }: { responseId: string; submission: Submission }) {
  const { receipt, revision, submittedAt, submittedBy, approvedBy, approvedAt, answers, ownAnswers, checksum } = submission
  const facts: [string, string][] = [
    [t('municipality.receipt.revision'), String(revision)],
    [t('municipality.receipt.at'), formatDateTime(submittedAt)],
    [t('municipality.receipt.by'), submittedBy],
    [t('municipality.receipt.approvedBy'), approvedBy ? `${approvedBy}${approvedAt ? `, ${formatDateTime(approvedAt)}` : ''}` : ''],
    [t('municipality.receipt.answers'), String(answers)],
    [t('papers.own.answers'), ownAnswers > 0 ? String(ownAnswers) : ''],
  ]
  return (
    <>
      <div class="receipt">
        <p class="receipt__label">{t('municipality.receipt.number')}</p>
        <p class="receipt__number figures">{receipt}</p>
      </div>
      <dl class="facts">
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd class="figures">{value}</dd>
            </div>
          ))}
        <div>
          <dt>{t('municipality.receipt.checksum')}</dt>
          <dd class="checksum">{checksum}</dd>
        </div>
      </dl>
      <p class="meta prose">{t('municipality.receipt.checksumHelp')}</p>
      <div class="actions">
        <DownloadButton responseId={responseId} submission={submission} primary />
        <Button variant="secondary" onClick={() => print()}>
          {t('municipality.receipt.print')}
        </Button>
      </div>
      <section class="section prose no-print" aria-labelledby="take-title">
        <h2 class="ds-heading" data-size="sm" id="take-title">
          {t('papers.take.receiptTitle')}
        </h2>
        <p>{t('papers.take.receiptText')}</p>
        <SubmissionFiles responseId={responseId} submission={submission} />
      </section>
      <section class="section prose" aria-labelledby="next-title">
        <h2 class="ds-heading" data-size="sm" id="next-title">
          {t('municipality.receipt.nextTitle')}
        </h2>
        <ol>
          <li>{t('municipality.receipt.next1')}</li>
          <li>{t('municipality.receipt.next2')}</li>
          <li>{t('municipality.receipt.next3')}</li>
        </ol>
        <p class="no-print">
          <Link to="/municipality/results">{t('municipality.receipt.toResults')}</Link>
        </p>
      </section>
    </>
  )
}

function Revisions({ responseId, items }: { responseId: string; items: readonly Submission[] }) {
  return (
    <section class="section">
      <h2 class="ds-heading" data-size="sm">
        {t('municipality.receipt.all')}
      </h2>
      <Table
        caption={t('municipality.receipt.all')}
        hideCaption
        rows={items}
        rowKey={({ receipt }) => receipt}
        columns={[
          { key: 'receipt', head: t('municipality.receipt.number'), rowHead: true, cell: ({ receipt, revision }) => <Link to={`${pagesOf(responseId).receipt}?revision=${revision}`}>{receipt}</Link> },
          { key: 'revision', head: t('municipality.receipt.revision'), numeric: true, cell: ({ revision }) => revision },
          { key: 'at', head: t('municipality.receipt.at'), cell: ({ submittedAt }) => formatDateTime(submittedAt) },
          { key: 'by', head: t('municipality.receipt.by'), cell: ({ submittedBy }) => submittedBy },
          { key: 'file', head: t('municipality.receipt.file'), cell: (one) => <DownloadButton responseId={responseId} submission={one} /> },
        ]}
      />
    </section>
  )
}

function DownloadButton({ responseId, submission, primary }: { responseId: string; submission: Submission; primary?: boolean }) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const fetchAndSave = async () => {
    setBusy(true)
    setProblem(null)
    try {
      const { document } = await call(api.GET('/responses/{responseId}/submissions/{revision}', { params: { path: { responseId, revision: submission.revision } } }))
      download(`${submission.receipt}.json`, document)
    } catch (thrown) {
      setProblem(asProblem(thrown))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button variant={primary ? 'primary' : 'tertiary'} small={!primary} busy={busy} onClick={() => void fetchAndSave()}>
        {primary ? t('municipality.receipt.download') : 'JSON'}
        {!primary && <span class="ds-sr-only"> {submission.receipt}</span>}
      </Button>
      {problem && <FailedState problem={problem} />}
    </>
  )
}
