import { Link } from '~/app/Link'
import { Page } from '~/app/Page'
import type { PageProps } from '~/app/routes'
import { Alert, Loaded, StateTag } from '~/components'
import { t } from '~/i18n'
import { AfterSubmitting } from './AfterSubmitting'
import { HandedOut } from '../handover/HandedOut'
import { Moved } from './Moved'
import { NextStep } from './NextStep'
import { pagesOf, deadlineText, hasCome, progressText, type ResponseDetail, useResponse } from './response'
import { TaskList } from './TaskList'
import { LeaveOut } from './LeaveOut'
import '../municipality.css'

/** The task list of a response: the goals, how far each has come, and the next step. */
export default function RoundPage({ params }: PageProps) {
  const responseId = params['id'] ?? ''
  const load = useResponse(responseId)
  const response = load.data?.response
  return (
    <Page title={response?.round.name ?? t('municipality.round.plain')} above={response?.municipality.name} back={{ to: '/municipality', label: t('municipality.round.toFront') }}>
      <Loaded load={load}>{(detail) => <Shown detail={detail} onChanged={load.set} onStale={load.reload} />}</Loaded>
    </Page>
  )
}

function Shown({ detail, onChanged, onStale }: { detail: ResponseDetail; onChanged: (detail: ResponseDetail) => void; onStale: () => void }) {
  const { response, sections, returnReason, actions } = detail
  const unconfirmed = sections.filter(({ leftOut }) => !leftOut).reduce((sum, section) => sum + section.unconfirmed, 0)
  return (
    <>
      <p class="round-state">
        <StateTag of="response" state={response.state} /> <span>{deadlineText(response)}</span> <span class="figures">{progressText(response)}</span>
      </p>
      {returnReason && response.state === 'in_progress' && (
        <Alert tone="warning" title={t(response.revision > 0 ? 'municipality.round.openedAgain' : 'municipality.round.returned')}>
          <p class="typed">{returnReason}</p>
        </Alert>
      )}
      <Moved round={response.round} />
      <NextStep detail={detail} onChanged={onChanged} />
      <AfterSubmitting detail={detail} />
      <section class="section" aria-labelledby="tasks-title">
        <h2 class="ds-heading" data-size="sm" id="tasks-title">
          {t('municipality.tasks.title')}
        </h2>
        {unconfirmed > 0 && actions.includes('edit') && <p class="prose">{t('municipality.tasks.unconfirmed', { n: unconfirmed })}</p>}
        <TaskList responseId={response.id} sections={sections} />
        <p class="after-submitting">
          <Link to={pagesOf(response.id).comments}>{detail.openComments > 0 ? t('review.comments.openLink', { n: detail.openComments }) : t('review.comments.title')}</Link>
        </p>
      </section>
      <HandedOut responseId={response.id} sections={sections} mayEdit={actions.includes('edit')} onChanged={onStale} />
      <p class="round-state">
        <Link to={pagesOf(response.id).choices}>{t('rounds.choose.link')}</Link>
        <Link to={`/municipality/efforts?round=${response.round.id}`}>{t('rounds.effort.link')}</Link>
      </p>
      {actions.includes('edit') && <LeaveOut responseId={response.id} sections={sections} onChanged={onChanged} />}
      <p class="section">
        <Link to={pagesOf(response.id).files}>{t('papers.files.link')}</Link>
      </p>
      {response.revision > 0 && !hasCome(response) && (
        <p class="section">
          <Link to={pagesOf(response.id).receipt}>{t('municipality.round.earlierReceipts', { n: response.revision })}</Link>
        </p>
      )}
    </>
  )
}
