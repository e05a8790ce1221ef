import { useState } from 'preact/hooks'
import { asProblem } from '~/api'
import { problemText } from '~/components/feedback/States'
import { t } from '~/i18n'
import { announce } from '../announce'
import { Link } from '../Link'
import { navigate, usePlace } from '../location'
import { signInAddress } from '../outcomes'
import { chooseOrganisation, type SessionData, signOut, useSession } from '../session'

/** Who is signed in and for whom, and the way out; or the way in. */
export function Account() {
  const session = useSession()
  const here = usePlace()
  if (session.state === 'signedIn') return <SignedIn session={session.data} />
  if (session.state === 'unknown') return <div class="account" aria-hidden="true" />
  return (
    <div class="account">
      {here.path !== '/sign-in' && (
        <Link look="secondary" data-size="sm" to={signInAddress(here)}>
          {t('common.signIn')}
        </Link>
      )}
    </div>
  )
}

function SignedIn({ session }: { session: SessionData }) {
  const [busy, setBusy] = useState(false)
  const acting = session.organisation

  // Nothing is disabled meanwhile: what has focus would lose it.
  const run = async (work: () => Promise<void>) => {
    if (busy) return
    setBusy(true)
    try {
      await work()
      navigate('/')
    } catch (thrown) {
      announce(problemText(asProblem(thrown)))
    } finally {
      setBusy(false)
    }
  }

  return (
    <div class="account">
      <div class="account__who">
        {session.section ? (
          <span class="account__name">{session.person?.name}</span>
        ) : (
          <Link look="plain" class="account__name" to="/account">
            {session.person?.name}
          </Link>
        )}
        {session.organisations.length > 1 ? (
          <select
            class="account__organisation"
            aria-label={t('common.actingFor')}
            value={acting?.id ?? ''}
            onChange={(event) => {
              const { value } = event.currentTarget
              void run(() => chooseOrganisation(value))
            }}
          >
            {!acting && <option value="">{t('common.chooseOrganisation')}</option>}
            {session.organisations.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        ) : (
          <span class="account__organisation">{acting?.name}</span>
        )}
      </div>
      <button class="ds-button" type="button" data-variant="tertiary" data-size="sm" aria-disabled={busy ? 'true' : undefined} onClick={() => void run(signOut)}>
        {t('common.signOut')}
      </button>
    </div>
  )
}
