import { api, call, callWithTag } from '~/api'
import { Link } from '~/app/Link'
import { Page } from '~/app/Page'
import { rolesOf, useSession } from '~/app/session'
import { Loaded, Tag } from '~/components'
import { useLoad } from '~/hooks'
import { formatList, t } from '~/i18n'
import { EraseOwn } from './personal/EraseOwn'
import { Own } from './personal/Own'
import { PasswordForm } from './PasswordForm'
import { PersonForm } from './PersonForm'
import { organisationKeepers, roleName } from './roles'
import { Sessions } from './Sessions'
import './account.css'

/** One's own account: who one is, one's roles, password, and where one is signed in. */
export default function AccountPage() {
  const account = useLoad((signal) => callWithTag(api.GET('/account', { signal })), [])
  const sessions = useLoad((signal) => call(api.GET('/account/sessions', { signal })), [])
  return (
    <Page title={t('account.me.title')} lead={account.data?.data.email}>
      <section class="section section--first" aria-labelledby="about-title">
        <h2 class="ds-heading" data-size="sm" id="about-title">
          {t('account.me.about')}
        </h2>
        <Loaded load={account}>{({ data, etag }) => <PersonForm account={data} etag={etag} onSaved={account.set} />}</Loaded>
      </section>
      <Roles />
      <section class="section no-print" aria-labelledby="password-title">
        <h2 class="ds-heading" data-size="sm" id="password-title">
          {t('account.password.title')}
        </h2>
        <PasswordForm onChanged={sessions.reload} />
      </section>
      <section class="section" aria-labelledby="sessions-title">
        <h2 class="ds-heading" data-size="sm" id="sessions-title">
          {t('account.sessions.title')}
        </h2>
        <Loaded load={sessions}>{({ items }) => <Sessions sessions={items} />}</Loaded>
      </section>
      <Own />
      {account.data && <EraseOwn email={account.data.data.email} />}
    </Page>
  )
}

function Roles() {
  const session = useSession()
  if (session.state !== 'signedIn') return null
  const { organisations, organisation } = session.data
  const keeper = rolesOf(session).some((role) => organisationKeepers.includes(role))
  return (
    <section class="section" aria-labelledby="roles-title">
      <h2 class="ds-heading" data-size="sm" id="roles-title">
        {t('account.me.organisations')}
      </h2>
      {organisations.length === 0 ? (
        <p class="prose">{t('account.me.noOrganisation')}</p>
      ) : (
        <dl class="facts">
          {organisations.map(({ id, name, roles }) => (
            <div key={id}>
              <dt>{name}</dt>
              <dd>
                {formatList(roles.map(roleName))} {id === organisation?.id && organisations.length > 1 && <Tag tone="info">{t('account.me.acting')}</Tag>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {keeper && (
        <p class="actions">
          <Link to="/organisation">{t('account.me.toOrganisation')}</Link>
        </p>
      )}
    </section>
  )
}
