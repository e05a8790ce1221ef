import { Link } from '~/app/Link'
import { Page } from '~/app/Page'
import type { PageProps } from '~/app/routes'
import { Alert, Loaded, StateTag } from '~/components'
import { t } from '~/i18n'
import { AfterSubmitting } from './AfterSubmitting'
import { HandedOut } from '../handover/HandedOut'
import { Moved } from './Moved'
import { NewerEdition } from './NewerEdition'
import { NextStep } from './NextStep'
import { pagesOf, deadlineText, hasCome, progressText, type ResponseDetail, useResponse } from './response'
import { TaskList } from './TaskList'
import { OwnStrengths } from '../strengths/OwnStrengths'
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
      {actions.includes('edit') && <NewerEdition responseId={response.id} />}
      <NextStep detail={detail} onChanged={onChanged} />
      <AfterSubmitting detail={detail} />
      <section class="section" aria-labelledby="tasks-title">
        <h2 class="ds-heading" data-size="sm" id="tasks-title">
          {t('municipality.tasks.title')}
        </h2>
        {unconfirmed > 0 && actions.includes('edit') && <p class="prose">{t('municipality.tasks.unconfirmed', { n: unconfirmed })}</p>}
        <TaskList responseId={response.id} sections={sections} mayEdit={actions.includes('edit')} />
      </section>
      <HandedOut responseId={response.id} sections={sections} mayEdit={actions.includes('edit')} onChanged={onStale} />
      <OwnStrengths />
      <More detail={detail} />
    </>
  )
}

/** The other pages about the response. */
function More({ detail: { response, openComments } }: { detail: ResponseDetail }) {
  const { comments, choices, files, receipt } = pagesOf(response.id)
  const pages = [
    { to: choices, label: t('rounds.choose.link') },
    { to: comments, label: openComments > 0 ? t('review.comments.openLink', { n: openComments }) : t('review.comments.title') },
    { to: files, label: t('papers.files.link') },
    { to: `/municipality/efforts?round=${response.round.id}`, label: t('rounds.effort.link') },
    ...(response.revision > 0 && !hasCome(response) ? [{ to: receipt, label: t('municipality.round.earlierReceipts', { n: response.revision }) }] : []),
  ]
  return (
    <section class="section no-print" aria-labelledby="more-title">
      <h2 class="ds-heading" data-size="sm" id="more-title">
        {t('municipality.round.more')}
      </h2>
      <ul class="rows prose">
        {pages.map(({ to, label }) => (
          <li key={to}>
            <Link to={to}>{label}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
