import { useState } from 'preact/hooks'
import { api, call, type components } from '~/api'
import { Alert, Button, Dialog, ErrorSummary, Loaded, Select, Skeleton, TextField } from '~/components'
import { useForm } from '~/hooks'
import { useLoad } from '~/hooks'
import { formatDate, t } from '~/i18n'
import '~/account/account.css'

type Membership = components['schemas']['Membership']

/** Those who have roles, each once; only those who have begun to use their account can take over. */
function peopleOf(items: readonly Membership[], alsoInvited: boolean): { value: string; label: string }[] {
  const people = new Map(items.filter(({ invited }) => alsoInvited || !invited).map(({ person }) => [person.id, person.name]))
  return [...people].map(([value, label]) => ({ value, label }))
}

/** One deliberate step when somebody leaves: all that they hold goes to a colleague. */
export function Handover({ organisationId, onDone }: { organisationId: string; onDone?: () => void }) {
  const load = useLoad((signal) => call(api.GET('/organisations/{organisationId}/memberships', { params: { path: { organisationId } }, signal })), [organisationId])
  const [done, setDone] = useState('')
  return (
    <section class="section" aria-labelledby="handover">
      <h2 class="ds-heading" data-size="sm" id="handover">
        {t('joining.handover.title')}
      </h2>
      <p class="prose">{t('joining.handover.lead')}</p>
      <Loaded load={load} skeleton={<Skeleton lines={4} />}>
        {({ items }) => (
          <HandoverForm
            organisationId={organisationId}
            items={items}
            onDone={(what) => {
              setDone(what)
              load.reload()
              onDone?.()
            }}
          />
        )}
      </Loaded>
      {done && (
        <Alert tone="success" live>
          <p>{done}</p>
        </Alert>
      )}
    </section>
  )
}

function HandoverForm({ organisationId, items, onDone }: { organisationId: string; items: readonly Membership[]; onDone: (what: string) => void }) {
  const form = useForm()
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [endsOn, setEndsOn] = useState('')
  const [asked, setAsked] = useState(false)
  const name = (id: string) => items.find(({ person }) => person.id === id)?.person.name ?? ''
  const body = { fromPersonId: from, toPersonId: to, endsOn }
  const check = () => [
    ...(from ? [] : [{ field: 'fromPersonId', message: t('joining.handover.fromMissing') }]),
    ...(to ? [] : [{ field: 'toPersonId', message: t('joining.handover.toMissing') }]),
    ...(to && from === to ? [{ field: 'toPersonId', message: t('joining.handover.same') }] : []),
    ...(endsOn ? [] : [{ field: 'endsOn', message: t('joining.handover.endsOnMissing') }]),
  ]
  const ask = () => form.send(body, () => Promise.resolve(setAsked(true)), check)
  const send = async () => {
    await form.send(body, async (wanted, key) => {
      const over = await call(api.POST('/organisations/{organisationId}/handovers', { body: wanted, params: { path: { organisationId }, header: { 'Idempotency-Key': key } } }))
      onDone(
        t('joining.handover.done', {
          from: name(from),
          to: name(to),
          roles: over.roles.length,
          parts: over.teamRoles.length,
          tasks: over.tasks,
          date: formatDate(over.endsOn),
        }),
      )
      setFrom('')
      setTo('')
    })
    setAsked(false)
  }
  return (
    <>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <form
        class="account-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void ask()
        }}
      >
        <Select id="fromPersonId" label={t('joining.handover.from')} options={peopleOf(items, true)} empty={t('joining.handover.choose')} error={form.error('fromPersonId')} value={from} onChange={setFrom} />
        <Select
          id="toPersonId"
          label={t('joining.handover.to')}
          help={t('joining.handover.toHelp')}
          options={peopleOf(items, false)}
          empty={t('joining.handover.choose')}
          error={form.error('toPersonId')}
          value={to}
          onChange={setTo}
        />
        <TextField id="endsOn" type="date" label={t('joining.handover.endsOn')} error={form.error('endsOn')} value={endsOn} onChange={setEndsOn} />
        <div class="actions">
          <Button type="submit" variant="secondary">
            {t('joining.handover.next')}
          </Button>
        </div>
      </form>
      <Dialog
        open={asked}
        onClose={() => setAsked(false)}
        title={t('joining.handover.ask', { from: name(from), to: name(to) })}
        actions={
          <>
            <Button danger busy={form.busy} onClick={() => void send()}>
              {t('joining.handover.do')}
            </Button>
            <Button variant="secondary" onClick={() => setAsked(false)}>
              {t('common.cancel')}
            </Button>
          </>
        }
      >
        <p>{asked && t('joining.handover.askText', { from: name(from), to: name(to), date: formatDate(endsOn) })}</p>
      </Dialog>
    </>
  )
}
