import { People } from '~/account/organisation/People'
import { api, call } from '~/api'
import { Page } from '~/app/Page'
import type { PageProps } from '~/app/routes'
import { useSession } from '~/app/session'
import { Loaded, Skeleton } from '~/components'
import { useLoad } from '~/hooks'
import { History } from '~/joining/History'
import { Handover } from '~/joining/team/Handover'
import { t } from '~/i18n'
import '~/account/account.css'

/** The people of one municipality and their roles, so that a council can let the first ones in. */
export default function MemberPage({ params }: PageProps) {
  const organisationId = params['id'] ?? ''
  const path = { organisationId }
  const facts = useLoad((signal) => call(api.GET('/organisations/{organisationId}', { params: { path }, signal })), [organisationId])
  const people = useLoad((signal) => call(api.GET('/organisations/{organisationId}/memberships', { params: { path }, signal })), [organisationId])
  const organisation = facts.data
  const session = useSession()
  const region = session.state === 'signedIn' ? session.data.organisation?.regionId : undefined
  return (
    <Page
      title={organisation?.name ?? t('region.members.people')}
      lead={organisation?.kind === 'municipality' ? t('region.member.lead') : undefined}
      back={{ to: '/region/members', label: t('region.member.back') }}
    >
      <Loaded load={facts} skeleton={<Skeleton lines={6} />}>
        {({ id, kind, numbers }) => (
          <>
            {numbers.length > 0 && (
              <p class="meta figures">
                {t('region.member.numbers')} {numbers.map(({ number }) => number).join(', ')}
              </p>
            )}
            <section class="section" aria-labelledby="people">
              <h2 class="ds-heading" data-size="sm" id="people">
                {t('region.members.people')}
              </h2>
              <Loaded load={people} skeleton={<Skeleton lines={4} />}>
                {({ items }) => <People organisationId={id} kind={kind} memberships={items} onChanged={people.reload} />}
              </Loaded>
            </section>
            <Handover organisationId={id} onDone={people.reload} />
            {region && kind === 'municipality' && <History region={region} municipality={id} />}
          </>
        )}
      </Loaded>
    </Page>
  )
}
