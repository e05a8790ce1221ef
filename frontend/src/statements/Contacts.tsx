import { api, call, type components } from '~/api'
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

/** The regional councils with their mailboxes: whom a reader can write to. */
export function Contacts() {
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
