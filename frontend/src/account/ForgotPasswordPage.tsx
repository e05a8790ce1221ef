import { useState } from 'preact/hooks'
import { api, call } from '~/api'
import { Page } from '~/app/Page'
import { Button, ErrorSummary, TextField } from '~/components'
import { useForm } from '~/hooks'
import { t } from '~/i18n'
import { signInProblem } from './signInProblem'
import './account.css'

/** Asks for a link; the answer is the same whether or not the account exists. */
export default function ForgotPasswordPage() {
  const form = useForm()
  const [email, setEmail] = useState('')
  const [sentTo, setSentTo] = useState('')
  const back = { to: '/sign-in', label: t('account.forgot.toSignIn') }

  if (sentTo) {
    return (
      <Page key="sent" title={t('account.forgot.sentTitle')} lead={t('account.forgot.sentLead', { email: sentTo })} back={back}>
        <div class="prose" role="status">
          <p>{t('account.forgot.sentHelp')}</p>
        </div>
        <Button variant="secondary" onClick={() => setSentTo('')}>
          {t('account.forgot.again')}
        </Button>
      </Page>
    )
  }
  return (
    <Page title={t('account.forgot.title')} lead={t('account.forgot.lead')} back={back} errors={form.errors.length > 0}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <form
        class="account-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void form.send(
            { email: email.trim() },
            async (body) => {
              try {
                await call(api.POST('/password-resets', { body }), { quiet: true })
              } catch (thrown) {
                throw signInProblem(thrown)
              }
              setSentTo(body.email)
            },
            (body) => (body.email ? [] : [{ field: 'email', message: t('account.signIn.emailMissing') }]),
          )
        }}
      >
        <TextField id="email" type="email" label={t('account.email')} autocomplete="username" spellcheck={false} error={form.error('email')} value={email} onChange={setEmail} />
        <div class="actions">
          <Button type="submit" busy={form.busy}>
            {t('account.forgot.send')}
          </Button>
        </div>
      </form>
    </Page>
  )
}
