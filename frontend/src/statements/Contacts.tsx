import { api, call, type components } from '~/api'
import { useSession } from '~/app/session'
import { Loaded } from '~/components'
import { useLoad } from '~/hooks'
import { t } from '~/i18n'

type Organisation = components['schemas']['Organisation']

async function fetchCouncils(signal: AbortSignal): Promise<Organisation[]> {
  const { items } = await call(api.GET('/regions', { signal }))
  const ids = [...new Set(items.flatMap(({ councilId }) => councilId ?? []))]
  return Promise.all(
    ids.map((organisationId) => call(api.GET('/organisations/{organisationId}', { params: { path: { organisationId } }, signal }))),
  )
}

/** Whom a reader can write to: whoever runs the service, and the regional councils with their mailboxes. */
export function Contacts() {
  return (
    <>
      <Operator />
      <p>{t('statements.contacts.councils')}</p>
      <Councils />
    </>
  )
}

/** The address that whoever runs the service has given; says so where they have not. */
function Operator() {
  const session = useSession()
  if (session.state !== 'signedIn' && session.state !== 'signedOut') return null
  const contact = session.data?.contact
  if (!contact) return <p>{t('statements.contacts.noOperator')}</p>
  return (
    <p>
      {t('statements.contacts.operator')} <a href={`mailto:${contact}`}>{contact}</a>
    </p>
  )
}

function Councils() {
  const load = useLoad(fetchCouncils, [])
  return (
    <Loaded load={load} isEmpty={(councils) => councils.length === 0} empty={<p>{t('statements.contacts.none')}</p>}>
      {(councils) => (
        <ul>
          {councils.map(({ id, name, mailbox, website }) => (
            <li key={id}>
              {name}
              {mailbox && (
                <>
                  , {t('statements.contacts.mailbox').toLowerCase()} <a href={`mailto:${mailbox}`}>{mailbox}</a>
                </>
              )}
              {!mailbox && /^https?:/.test(website) && (
                <>
                  , <a href={website}>{website}</a>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  )
}
