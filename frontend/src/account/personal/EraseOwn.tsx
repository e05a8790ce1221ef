import { useState } from 'preact/hooks'
import { api, call } from '~/api'
import { navigate } from '~/app/location'
import { forgetSession } from '~/app/session'
import { Button, Dialog, ErrorSummary } from '~/components'
import { useForm } from '~/hooks'
import { t } from '~/i18n'
import { PasswordField } from '../PasswordField'

/** Erasing the own account: what goes and what stays is said first, then the password and a second yes are asked for. */
export function EraseOwn({ email }: { email: string }) {
  const form = useForm()
  const [password, setPassword] = useState('')
  const [asking, setAsking] = useState(false)
  const missing = () => (password ? [] : [{ field: 'erase-password', message: t('account.signIn.passwordMissing') }])

  const erase = () =>
    form.send({ password }, async (body) => {
      await call(api.POST('/account/erasure', { body }), { quiet: true })
      navigate('/account/erased')
      forgetSession()
    })

  return (
    <section class="section prose" aria-labelledby="erase-title">
      <h2 class="ds-heading" data-size="sm" id="erase-title">
        {t('personal.erase.title')}
      </h2>
      <p>{t('personal.erase.gone')}</p>
      <p>{t('personal.erase.stays')}</p>
      <ul>
        <li>{t('personal.erase.stays1')}</li>
        <li>{t('personal.erase.stays2')}</li>
        <li>{t('personal.erase.stays3')}</li>
      </ul>
      <p>{t('personal.erase.handover')}</p>
      <form
        class="account-form no-print"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void form.send({}, () => Promise.resolve(setAsking(true)), missing)
        }}
      >
        <ErrorSummary errors={form.errors.map((one) => (one.field === 'password' ? { ...one, field: 'erase-password' } : one))} attempt={form.attempt} />
        <PasswordField id="erase-password" label={t('personal.erase.password')} autocomplete="current-password" error={form.error('erase-password') ?? form.error('password')} value={password} onChange={setPassword} />
        <div class="actions">
          <Button type="submit" variant="secondary" danger busy={form.busy}>
            {t('personal.erase.go')}
          </Button>
        </div>
      </form>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('personal.erase.sure')}
        actions={
          <>
            <Button danger busy={form.busy} onClick={() => void erase().then(() => setAsking(false))}>
              {t('personal.erase.yes')}
            </Button>
            <Button variant="secondary" onClick={() => setAsking(false)}>
              {t('common.cancel')}
            </Button>
          </>
        }
      >
        <p>{t('personal.erase.sureText', { email })}</p>
      </Dialog>
    </section>
  )
}
