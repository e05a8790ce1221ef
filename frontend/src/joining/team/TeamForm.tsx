import { useState } from 'preact/hooks'
import { api, call } from '~/api'
import { Alert, Button, ErrorSummary, Select, TextField } from '~/components'
import { useForm } from '~/hooks'
import { t } from '~/i18n'
import { type Team, type TeamRole, teamRole } from './TeamPage'
import '~/account/account.css'

const roles: readonly TeamRole[] = ['top_manager', 'business_developer', 'procurement_lead', 'statistics', 'sustainability']

/** Puts a person into the team: by the address of an account, or as a contact. */
export function TeamForm({ organisationId, missing, onChanged }: { organisationId: string; missing: readonly TeamRole[]; onChanged: (team: Team) => void }) {
  const form = useForm()
  const [role, setRole] = useState<TeamRole | ''>(missing[0] ?? '')
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [done, setDone] = useState('')
  const send = () =>
    form.send(
      { role, name: name.trim(), email: email.trim() },
      async (body, key) => {
        if (!body.role) return
        const team = await call(
          api.POST('/organisations/{organisationId}/team', { body: { ...body, role: body.role }, params: { path: { organisationId }, header: { 'Idempotency-Key': key } } }),
        )
        setDone(t('joining.team.added', { name: body.name, role: teamRole(body.role).toLowerCase() }))
        setName('')
        setEmail('')
        setRole(team.missing[0] ?? '')
        onChanged(team)
      },
      (body) => [
        ...(body.role ? [] : [{ field: 'role', message: t('joining.team.partMissing') }]),
        ...(body.name ? [] : [{ field: 'name', message: t('joining.team.nameMissing') }]),
        ...(body.email ? [] : [{ field: 'email', message: t('joining.team.emailMissing') }]),
      ],
    )
  return (
    <section class="section" aria-labelledby="add">
      <h2 class="ds-heading" data-size="sm" id="add">
        {t('joining.team.add')}
      </h2>
      <p class="prose">{t('joining.team.addLead')}</p>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <form
        class="account-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setDone('')
          void send()
        }}
      >
        <Select id="role" label={t('joining.team.part')} options={roles.map((value) => ({ value, label: teamRole(value) }))} empty="" error={form.error('role')} value={role} onChange={setRole} />
        <TextField id="name" label={t('joining.team.name')} autocomplete="off" maxLength={200} error={form.error('name')} value={name} onChange={setName} />
        <TextField id="email" type="email" label={t('joining.team.email')} autocomplete="off" error={form.error('email')} value={email} onChange={setEmail} />
        <div class="actions">
          <Button type="submit" variant="secondary" busy={form.busy}>
            {t('joining.team.save')}
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
