import { useEffect, useState } from 'preact/hooks'
import { api, call } from '~/api'
import { navigate, usePlace } from '~/app/location'
import { Link } from '~/app/Link'
import { returnAddress } from '~/app/outcomes'
import { Page } from '~/app/Page'
import { matchRoute } from '~/app/routes'
import { loadSession, type SessionData, setSession, useSession } from '~/app/session'
import { Button, ErrorSummary, PageSkeleton, TextField } from '~/components'
import { useForm } from '~/hooks'
import { rich, t } from '~/i18n'
import { ChooseOrganisation } from './ChooseOrganisation'
import { DemoAccounts } from './DemoAccounts'
import { PasswordField } from './PasswordField'
import { homeOf } from './roles'
import { signInProblem } from './signInProblem'
import './account.css'

/** The address to go to after sign-in: where one came from, else where one's roles begin. */
function onward(query: URLSearchParams, session: SessionData): string {
  const wanted = returnAddress(query)
  return wanted === '/' ? homeOf(session.roles) : wanted
}

export default function SignInPage() {
  const session = useSession()
  const { query } = usePlace()
  // Somebody who has just come in with several organisations is asked; somebody who comes back is not.
  const [asked, setAsked] = useState(false)
  const unasked = session.state === 'signedOut' && session.data === null
  const signedIn = session.state === 'signedIn' ? session.data : null
  const mustChoose = signedIn !== null && signedIn.organisations.length > 1 && (asked || !signedIn.organisation)

  useEffect(() => {
    if (signedIn && !mustChoose) navigate(onward(query, signedIn), { replace: true })
  }, [signedIn, mustChoose])

  // After signing out nothing is known any more, not even whether this is a demonstration.
  useEffect(() => {
    if (unasked) void loadSession()
  }, [unasked])

  if (session.state === 'unknown' || (signedIn && !mustChoose)) return <PageSkeleton />
  if (signedIn) return <ChooseOrganisation organisations={signedIn.organisations} onChosen={() => setAsked(false)} />
  return (
    <SignInForm
      session={session.state === 'signedOut' ? session.data : null}
      onSignedIn={(data) => {
        setAsked(data.organisations.length > 1)
        setSession(data)
      }}
    />
  )
}

function SignInForm({ session, onSignedIn }: { session: SessionData | null; onSignedIn: (data: SessionData) => void }) {
  const form = useForm()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')

  const send = (body: { email: string; password: string }) =>
    form.send(
      body,
      async (sent) => {
        try {
          onSignedIn(await call(api.POST('/session', { body: sent }), { quiet: true }))
        } catch (thrown) {
          throw signInProblem(thrown)
        }
      },
      (sent) => [
        ...(sent.email ? [] : [{ field: 'email', message: t('account.signIn.emailMissing') }]),
        ...(sent.password ? [] : [{ field: 'password', message: t('account.signIn.passwordMissing') }]),
      ],
    )

  return (
    <Page title={t('account.signIn.title')} lead={t('account.signIn.lead')} errors={form.errors.length > 0}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <form
        class="account-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send({ email: email.trim(), password })
        }}
      >
        <TextField id="email" type="email" label={t('account.email')} autocomplete="username" spellcheck={false} error={form.error('email')} value={email} onChange={setEmail} />
        <PasswordField id="password" label={t('account.password')} autocomplete="current-password" error={form.error('password')} value={password} onChange={setPassword} />
        <div class="actions">
          <Button type="submit" busy={form.busy}>
            {t('common.signIn')}
          </Button>
          <Link to="/forgot-password">{t('account.signIn.forgot')}</Link>
        </div>
      </form>
      {session?.demo && session.demoAccounts && session.demoAccounts.length > 0 && <DemoAccounts accounts={session.demoAccounts} busy={form.busy} onChoose={(account) => void send(account)} />}
      <p class="section prose">
        {rich('account.signIn.noAccount', { register: (inner) => (matchRoute('/register') ? <Link to="/register">{inner}</Link> : inner) })}
      </p>
    </Page>
  )
}
