import { api, call, callWithTag } from '~/api'
import { Page } from '~/app/Page'
import { useSession } from '~/app/session'
import { EmptyState, Loaded, PageSkeleton } from '~/components'
import { useLoad } from '~/hooks'
import { t } from '~/i18n'
import { OrganisationFacts } from './OrganisationFacts'
import { OrganisationForm } from './OrganisationForm'
import { People } from './People'
import '../account.css'

/** What the organisation one acts for says about itself, and who may do what in it. */
export default function OrganisationPage() {
  const session = useSession()
  if (session.state !== 'signedIn') return <PageSkeleton />
  const { organisation } = session.data
  if (!organisation) {
    return (
      <Page title={t('account.organisation.title')}>
        <EmptyState title={t('account.me.noOrganisation')} />
      </Page>
    )
  }
  return <OfOne key={organisation.id} id={organisation.id} name={organisation.name} />
}

function OfOne({ id, name }: { id: string; name: string }) {
  const path = { organisationId: id }
  const facts = useLoad((signal) => callWithTag(api.GET('/organisations/{organisationId}', { params: { path }, signal })), [id])
  const people = useLoad((signal) => call(api.GET('/organisations/{organisationId}/memberships', { params: { path }, signal })), [id])
  return (
    <Page title={name} lead={t('account.organisation.lead')} above={t('account.organisation.title')}>
      <Loaded load={facts}>
        {({ data, etag }) => (
          <>
            <OrganisationFacts organisation={data} />
            <OrganisationForm organisation={data} etag={etag} onSaved={facts.set} />
          </>
        )}
      </Loaded>
      <section class="section">
        <h2 class="ds-heading" data-size="sm">
          {t('account.people.title')}
        </h2>
        <p class="prose">{t('account.people.lead')}</p>
        {facts.data && (
          <Loaded load={people}>{({ items }) => <People organisationId={id} kind={facts.data!.data.kind} memberships={items} onChanged={people.reload} />}</Loaded>
        )}
      </section>
    </Page>
  )
}
