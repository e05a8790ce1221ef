import { useState } from 'preact/hooks'
import { api, call } from '~/api'
import { announce } from '~/app/announce'
import { Button, Checkbox, Dialog, ErrorSummary, TextField } from '~/components'
import { useForm } from '~/hooks'
import { t } from '~/i18n'
import type { Participation } from '../participation'

export interface FollowProps {
  participation: Participation
  cohorts: readonly string[]
  onClose: () => void
  onChanged: () => void
}

/** Invites a municipality, or again, and sets the cohort that it starts with. */
export function Follow({ participation, cohorts, onClose, onChanged }: FollowProps) {
  const form = useForm()
  const [cohort, setCohort] = useState(participation.cohort)
  const [mail, setMail] = useState(true)
  const [to, setTo] = useState('')
  const { regionId, municipality, version, state, actions } = participation
  const path = { regionId, organisationId: municipality.id }
  const invites = actions.includes('invite')

  const invite = () =>
    form.send({ mail, cohort: cohort.trim(), ...(mail && to.trim() ? { to: to.trim() } : {}) }, async (body, key) => {
      await call(api.POST('/regions/{regionId}/participations/{organisationId}/invitation', { body, params: { path, header: { 'Idempotency-Key': key } } }))
      announce(t('joining.members.invited', { name: municipality.name }))
      onChanged()
    })
  const save = () =>
    form.send({ cohort: cohort.trim() }, async (body) => {
      await call(api.PUT('/regions/{regionId}/participations/{organisationId}/cohort', { body, params: { path, header: { 'If-Match': `"${version}"` } } }))
      announce(t('joining.members.cohortSaved', { name: municipality.name }))
      onChanged()
    })

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('joining.members.followFor', { name: municipality.name })}
      actions={
        <>
          {invites && (
            <Button busy={form.busy} onClick={() => void invite()}>
              {t(state === 'informed' ? 'joining.members.again' : 'joining.members.invite')}
            </Button>
          )}
          {state !== 'none' && (
            <Button variant={invites ? 'secondary' : 'primary'} busy={form.busy} onClick={() => void save()}>
              {t('joining.members.saveCohort')}
            </Button>
          )}
          <Button variant="tertiary" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </>
      }
    >
      <div class="stack">
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <TextField id="cohort" label={t('joining.members.cohort')} help={[t('joining.members.cohortHelp'), cohorts.join(', ')].filter(Boolean).join(' ')} optional maxLength={60} error={form.error('cohort')} value={cohort} onChange={setCohort} />
        {invites && (
          <>
            <Checkbox id="mail" label={t('joining.members.mail')} help={t('joining.members.mailHelp')} checked={mail} onChange={setMail} />
            {mail && <TextField id="to" type="email" label={t('joining.members.to')} help={t('joining.members.toHelp')} optional error={form.error('to')} value={to} onChange={setTo} />}
          </>
        )}
      </div>
    </Dialog>
  )
}
