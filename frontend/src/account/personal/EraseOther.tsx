import { useState } from 'preact/hooks'
import { api, call } from '~/api'
import { Alert, Button, Dialog, ErrorSummary, Textarea, TextField } from '~/components'
import { useForm } from '~/hooks'
import { t } from '~/i18n'

/** Erasing somebody who asks for it, for whoever runs the service: the address is typed, a reason given, and a second yes asked for. */
export function EraseOther({ onErased }: { onErased: () => void }) {
  const form = useForm()
  const [email, setEmail] = useState('')
  const [reason, setReason] = useState('')
  const [asking, setAsking] = useState(false)
  const [done, setDone] = useState(false)
  const error = (field: string) => form.error(`erase-${field}`) ?? form.error(field)
  const missing = () => [
    ...(email.trim() ? [] : [{ field: 'erase-email', message: t('account.signIn.emailMissing') }]),
    ...(reason.trim() ? [] : [{ field: 'erase-reason', message: t('personal.other.reasonMissing') }]),
  ]

  const erase = () =>
    form.send({ email: email.trim(), reason: reason.trim() }, async (body) => {
      await call(api.POST('/people/erasures', { body }))
      setEmail('')
      setReason('')
      setDone(true)
      onErased()
    })

  return (
    <section class="section" aria-labelledby="erase-title">
      <h3 class="ds-heading" data-size="xs" id="erase-title">
        {t('personal.other.title')}
      </h3>
      <p class="prose">{t('personal.other.text')}</p>
      <ErrorSummary errors={form.errors.map((one) => ({ ...one, field: one.field.replace(/^(?!erase-)(?=.)/, 'erase-') }))} attempt={form.attempt} />
      <form
        class="account-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setDone(false)
          void form.send({}, () => Promise.resolve(setAsking(true)), missing)
        }}
      >
        <TextField id="erase-email" type="email" label={t('personal.other.email')} autocomplete="off" error={error('email')} value={email} onChange={setEmail} />
        <Textarea id="erase-reason" label={t('personal.other.reason')} help={t('personal.other.reasonHelp')} maxLength={500} rows={2} error={error('reason')} value={reason} onChange={setReason} />
        <div class="actions">
          <Button type="submit" variant="secondary" danger busy={form.busy}>
            {t('personal.other.go')}
          </Button>
        </div>
      </form>
      {done && (
        <Alert tone="success" live>
          <p>{t('personal.other.done')}</p>
        </Alert>
      )}
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('personal.other.sure')}
        actions={
          <>
            <Button danger busy={form.busy} onClick={() => void erase().then(() => setAsking(false))}>
              {t('personal.other.yes')}
            </Button>
            <Button variant="secondary" onClick={() => setAsking(false)}>
              {t('common.cancel')}
            </Button>
          </>
        }
      >
        <p>{t('personal.other.sureText', { email: email.trim() })}</p>
      </Dialog>
    </section>
  )
}
