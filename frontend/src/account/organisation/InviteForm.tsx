import { useState } from 'preact/hooks'
import { api, call } from '~/api'
import { type Role } from '~/app/session'
import { Alert, Button, ErrorSummary, RadioGroup, Select, TextField } from '~/components'
import { useForm } from '~/hooks'
import { type Language, language as pageLanguage, languageNames, languages, t } from '~/i18n'
import { type OrganisationKind, roleName, rolesFor } from '../roles'

export interface InviteFormProps {
  organisationId: string
  kind: OrganisationKind
  onInvited: () => void
}

/** Gives a person a role; somebody new is invited by mail. */
export function InviteForm({ organisationId, kind, onInvited }: InviteFormProps) {
  const form = useForm()
  const roles = rolesFor(kind)
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role | null>(roles.length === 1 ? (roles[0] ?? null) : null)
  const [language, setLanguage] = useState<Language>(pageLanguage())
  const [validTo, setValidTo] = useState('')
  const [done, setDone] = useState('')

  const send = () =>
    form.send(
      { name: name.trim(), email: email.trim(), role, language, ...(validTo ? { validTo } : {}) },
      async ({ role: wanted, ...rest }, key) => {
        if (!wanted) return
        await call(
          api.POST('/organisations/{organisationId}/memberships', { body: { ...rest, role: wanted }, params: { path: { organisationId }, header: { 'Idempotency-Key': key } } }),
        )
        setDone(t('account.invite.done', { name: rest.name, role: roleName(wanted).toLowerCase() }))
        setName('')
        setEmail('')
        setValidTo('')
        onInvited()
      },
      (body) => [
        ...(body.name ? [] : [{ field: 'invite-name', message: t('account.me.nameMissing') }]),
        ...(body.email ? [] : [{ field: 'invite-email', message: t('account.signIn.emailMissing') }]),
        ...(body.role ? [] : [{ field: 'invite-role', message: t('account.invite.roleMissing') }]),
      ],
    )
  // The server names the fields as in the contract; other forms of the page have fields of the same names.
  const error = (field: string) => form.error(`invite-${field}`) ?? form.error(field)

  return (
    <section class="section" aria-labelledby="invite-title">
      <h3 class="ds-heading" data-size="xs" id="invite-title">
        {t('account.invite.title')}
      </h3>
      <p class="prose">{t('account.invite.lead')}</p>
      <ErrorSummary errors={form.errors.map((one) => ({ ...one, field: one.field.replace(/^(?!invite-)(?=.)/, 'invite-') }))} attempt={form.attempt} />
      <form
        class="account-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setDone('')
          void send()
        }}
      >
        <TextField id="invite-name" label={t('account.invite.name')} autocomplete="off" maxLength={200} error={error('name')} value={name} onChange={setName} />
        <TextField id="invite-email" type="email" label={t('account.email')} autocomplete="off" error={error('email')} value={email} onChange={setEmail} />
        <RadioGroup
          id="invite-role"
          label={t('account.invite.role')}
          options={roles.map((value) => ({ value, label: roleName(value), help: t(`account.roleHelp.${value}`) }))}
          error={error('role')}
          value={role}
          onChange={setRole}
        />
        <Select id="invite-language" label={t('account.invite.language')} options={languages.map((value) => ({ value, label: languageNames[value] }))} error={error('language')} value={language} onChange={setLanguage} />
        <TextField id="invite-validTo" type="date" label={t('account.invite.validTo')} help={t('account.invite.validToHelp')} optional error={error('validTo')} value={validTo} onChange={setValidTo} />
        <div class="actions">
          <Button type="submit" variant="secondary" busy={form.busy}>
            {t('account.invite.send')}
          </Button>
        </div>
      </form>
      {done && (
        <Alert tone="success" live>
          <p>{done}</p>
        </Alert>
      )}
    </section>
  )
}
