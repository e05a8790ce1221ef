import { useState } from 'preact/hooks'
import { api, call } from '~/api'
import { Alert, Button, ErrorSummary } from '~/components'
import { useForm } from '~/hooks'
import { t } from '~/i18n'
import { PasswordField } from './PasswordField'

/** Changing the password needs the one in use, and ends all other sessions. */
export function PasswordForm({ onChanged }: { onChanged: () => void }) {
  const form = useForm()
  const [currentPassword, setCurrent] = useState('')
  const [newPassword, setNew] = useState('')
  const [changed, setChanged] = useState(false)

  return (
    <form
      class="account-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setChanged(false)
        void form.send(
          { currentPassword, newPassword },
          async (body) => {
            await call(api.PUT('/account/password', { body }))
            setCurrent('')
            setNew('')
            setChanged(true)
            onChanged()
          },
          (body) => [
            ...(body.currentPassword ? [] : [{ field: 'currentPassword', message: t('account.signIn.passwordMissing') }]),
            ...(body.newPassword.length >= 8 ? [] : [{ field: 'newPassword', message: t('account.set.tooShort') }]),
          ],
        )
      }}
    >
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <p>{t('account.password.consequence')}</p>
      <PasswordField id="currentPassword" label={t('account.password.current')} autocomplete="current-password" error={form.error('currentPassword')} value={currentPassword} onChange={setCurrent} />
      <PasswordField id="newPassword" label={t('account.password.new')} help={t('account.passwordHelp')} autocomplete="new-password" error={form.error('newPassword')} value={newPassword} onChange={setNew} />
      <div class="actions">
        <Button type="submit" variant="secondary" busy={form.busy}>
          {t('account.password.save')}
        </Button>
      </div>
      {changed && (
        <Alert tone="success" live>
          <p>{t('account.password.saved')}</p>
        </Alert>
      )}
    </form>
  )
}
