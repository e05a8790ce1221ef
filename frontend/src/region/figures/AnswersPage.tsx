import { api, call, type components } from '~/api'
import { setQuery, usePlace } from '~/app/location'
import { Page } from '~/app/Page'
import type { PageProps } from '~/app/routes'
import { Button, EmptyState, Loaded, Select, Skeleton } from '~/components'
import { saveFile } from '~/components/pdf/saveFile'
import { useLoad } from '~/hooks'
import { formatDate, formatDateTime, t } from '~/i18n'
import { regionPlaces } from '~/status'
import { SubmissionFiles } from '~/review/SubmissionFiles'
import { OwnAnswers } from './OwnAnswers'
import { SubmittedAnswers } from './SubmittedAnswers'

type Submission = components['schemas']['Submission']

/** A municipality's submitted answers, word for word: the ground under every figure. */
export default function AnswersPage({ params }: PageProps) {
  const responseId = params['responseId'] ?? ''
  const { query } = usePlace()
  const list = useLoad(async (signal) => (await call(api.GET('/responses/{responseId}/submissions', { params: { path: { responseId } }, signal }))).items, [responseId])
  const newest = list.data?.reduce((most, { revision }) => Math.max(most, revision), 0)
  const revision = Number(query.get('revision')) || newest
  return (
    <Page
      title={list.data?.[0] ? t('region.answers.title', { name: list.data[0].municipality }) : t('status.head.answers')}
      lead={t('region.answers.lead')}
      above={list.data?.[0]?.roundName}
      back={{ to: regionPlaces.region(query.get('region') ?? '', {}), label: t('region.status.back') }}
      wide
    >
      <Loaded load={list} skeleton={<Skeleton lines={10} />} isEmpty={(items) => items.length === 0} empty={<EmptyState title={t('region.answers.empty')} />}>
        {(items) => (
          <>
            {items.length > 1 && (
              <div class="lookup">
                <Select
                  id="revision"
                  label={t('region.answers.revision')}
                  options={items.map((one) => ({ value: `${one.revision}`, label: t('region.answers.revisionOption', { n: one.revision, date: formatDate(one.submittedAt) }) }))}
                  value={`${revision}`}
                  onChange={(next: string) => setQuery({ revision: next })}
                />
              </div>
            )}
            {revision && <One response={responseId} revision={revision} />}
          </>
        )}
      </Loaded>
    </Page>
  )
}

function One({ response, revision }: { response: string; revision: number }) {
  const code = usePlace().query.get('code')
  const load = useLoad((signal) => call(api.GET('/responses/{responseId}/submissions/{revision}', { params: { path: { responseId: response, revision } }, signal })), [response, revision])
  return (
    <Loaded load={load} skeleton={<Skeleton lines={10} />}>
      {({ submission, document, own }) => (
        <>
          <Receipt submission={submission} />
          <SubmittedAnswers text={document} code={code} />
          {!code && <OwnAnswers answers={own} />}
          <p class="actions">
            <Button variant="secondary" onClick={() => saveFile(`${submission.receipt}.json`, new Blob([document], { type: 'application/json' }))}>
              {t('region.answers.download')}
            </Button>
          </p>
          <section class="section prose" aria-labelledby="take-title">
            <h2 class="ds-heading" data-size="xs" id="take-title">
              {t('papers.take.receiptTitle')}
            </h2>
            <SubmissionFiles responseId={response} submission={submission} />
          </section>
        </>
      )}
    </Loaded>
  )
}

function Receipt({ submission }: { submission: Submission }) {
  const facts = [
    [t('region.answers.receipt'), submission.receipt],
    [t('region.answers.submittedAt'), formatDateTime(submission.submittedAt)],
    [t('region.answers.submittedBy'), submission.submittedBy],
    [t('region.answers.approvedBy'), submission.approvedBy],
    [t('region.answers.checksum'), submission.checksum],
  ] as const
  return (
    <dl class="facts">
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
