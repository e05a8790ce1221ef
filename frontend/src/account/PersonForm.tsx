import { useState } from 'preact/hooks'
import { api, callWithTag, type components } from '~/api'
import { loadSession } from '~/app/session'
import { Alert, Button, ErrorSummary, RadioGroup, TextField } from '~/components'
import { useForm } from '~/hooks'
import { languageNames, languages, t } from '~/i18n'

type Account = components['schemas']['Account']

export interface PersonFormProps {
  account: Account
  etag: string | null
  onSaved: (saved: { data: Account; etag: string | null }) => void
}

/** Name, and the language of e-mail. */
export function PersonForm({ account, etag, onSaved }: PersonFormProps) {
  const form = useForm()
  const [name, setName] = useState(account.name)
  const [language, setLanguage] = useState(account.language)
  const [saved, setSaved] = useState(false)

  return (
    <form
      class="account-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setSaved(false)
        void form.send(
          { name: name.trim(), language },
          async (body) => {
            onSaved(await callWithTag(api.PUT('/account', { body, params: { header: { 'If-Match': etag ?? `"${account.version}"` } } })))
            setSaved(true)
            void loadSession()
          },
          (body) => (body.name ? [] : [{ field: 'name', message: t('account.me.nameMissing') }]),
        )
      }}
    >
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <TextField id="name" label={t('account.me.name')} autocomplete="name" maxLength={200} error={form.error('name')} value={name} onChange={setName} />
      <RadioGroup
        id="language"
        label={t('account.me.language')}
        help={t('account.me.languageHelp')}
        options={languages.map((one) => ({ value: one, label: languageNames[one] }))}
        error={form.error('language')}
        value={language}
        onChange={setLanguage}
      />
      <div class="actions">
        <Button type="submit" variant="secondary" busy={form.busy}>
          {t('common.save')}
        </Button>
      </div>
      {saved && (
        <Alert tone="success" live>
          <p>{t('account.me.saved')}</p>
        </Alert>
      )}
    </form>
  )
}
