import { api, call } from '~/api'
import { Link } from '~/app/Link'
import { useSession } from '~/app/session'
import { Loaded, Skeleton, Table, Tag } from '~/components'
import { roleName } from '~/account/roles'
import { useLoad } from '~/hooks'
import { formatDate, noFigure, t } from '~/i18n'

/** Who works for the council, and the way to invite more. */
export function CouncilPeople({ council }: { council: string }) {
  const session = useSession()
  const own = session.state === 'signedIn' && session.data.organisation?.id === council
  const load = useLoad(async (signal) => (await call(api.GET('/organisations/{organisationId}/memberships', { params: { path: { organisationId: council } }, signal }))).items, [council])
  return (
    <section class="section" aria-labelledby="council">
      <h2 class="ds-heading" data-size="sm" id="council">
        {t('region.members.council')}
      </h2>
      <p>{t('region.members.councilLead')}</p>
      <Loaded load={load} skeleton={<Skeleton lines={3} />} isEmpty={(items) => items.length === 0} empty={<p>{t('region.members.noPeople')}</p>}>
        {(items) => (
          <Table
            caption={t('region.members.peopleCaption', { name: t('region.members.council') })}
            hideCaption
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'person',
                head: t('region.members.person'),
                rowHead: true,
                cell: ({ person, invited }) => (
                  <>
                    {person.name} {invited && <Tag>{t('region.members.invited')}</Tag>}
                  </>
                ),
              },
              { key: 'role', head: t('region.members.role'), cell: ({ role }) => roleName(role) },
              { key: 'since', head: t('region.members.since'), cell: ({ validFrom }) => (validFrom ? formatDate(validFrom) : noFigure) },
              { key: 'until', head: t('region.members.until'), cell: ({ validTo }) => (validTo ? formatDate(validTo) : noFigure) },
            ]}
          />
        )}
      </Loaded>
      <p>
        <Link to={own ? '/organisation' : `/region/members/${council}`}>{t('region.members.manage')}</Link>
      </p>
    </section>
  )
}
