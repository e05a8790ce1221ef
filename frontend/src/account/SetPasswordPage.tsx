import { useState } from 'preact/hooks'
import { api, asProblem, call } from '~/api'
import { Link } from '~/app/Link'
import { navigate } from '~/app/location'
import { Page } from '~/app/Page'
import { setSession } from '~/app/session'
import { Alert, Button, ErrorSummary } from '~/components'
import { useForm } from '~/hooks'
import { t } from '~/i18n'
import { takeToken } from './linkToken'
import { PasswordField } from './PasswordField'
import { homeOf } from './roles'
import { signInProblem } from './signInProblem'
import './account.css'

/** Sets a password with a mailed link, and signs in. */
export default function SetPasswordPage() {
  const [token] = useState(takeToken)
  const [password, setPassword] = useState('')
  const [refused, setRefused] = useState(false)
  const form = useForm()

  if (!token || refused) {
    return (
      <Page title={t('account.set.title')}>
        <Alert tone="warning" live={refused}>
          <p>{refused ? t('account.set.refused') : t('account.set.noToken')}</p>
          <p>
            <Link to="/forgot-password">{t('account.set.askNew')}</Link>
          </p>
        </Alert>
      </Page>
    )
  }
  return (
    <Page title={t('account.set.title')} lead={t('account.set.lead')} errors={form.errors.length > 0}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <form
        class="account-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void form.send(
            { token, password },
            async (body) => {
              try {
                const session = await call(api.POST('/link-passwords', { body }), { quiet: true })
                setSession(session)
                navigate(homeOf(session.roles), { replace: true })
              } catch (thrown) {
                const problem = asProblem(thrown)
                // A link that doesn't hold is not a fault of what was typed here.
                if (problem.kind === 'notFound' || problem.kind === 'conflict' || problem.fields.some(({ field }) => field.includes('token'))) setRefused(true)
                else throw signInProblem(problem)
              }
            },
            (body) => (body.password.length >= 8 ? [] : [{ field: 'password', message: t('account.set.tooShort') }]),
          )
        }}
      >
        <PasswordField
          id="password"
          label={t('account.set.newPassword')}
          help={t('account.passwordHelp')}
          autocomplete="new-password"
          error={form.error('password')}
          value={password}
          onChange={setPassword}
        />
        <div class="actions">
          <Button type="submit" busy={form.busy}>
            {t('account.set.save')}
          </Button>
        </div>
      </form>
    </Page>
  )
}
