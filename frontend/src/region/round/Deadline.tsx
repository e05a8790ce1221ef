import { useState } from 'preact/hooks'
import { api, call } from '~/api'
import { Button, Dialog, ErrorSummary, Loaded, Textarea, TextField } from '~/components'
import { useForm, useLoad } from '~/hooks'
import { formatLastDay, t } from '~/i18n'
import type { Round } from '~/status'
import { dayOf, endOfDay } from './roundDates'

/** How the deadline has moved and why, and for who runs the round the way to move it. */
export function Deadline({ round, runs, onChanged }: { round: Round; runs: boolean; onChanged: (round: Round) => void }) {
  const load = useLoad((signal) => call(api.GET('/rounds/{roundId}/extensions', { params: { path: { roundId: round.id } }, signal })), [round.id, round.version])
  const [asking, setAsking] = useState(false)
  return (
    <section class="section" aria-labelledby="deadline">
      <h2 class="ds-heading" data-size="sm" id="deadline">
        {t('rounds.deadline.title')}
      </h2>
      <p>{formatLastDay(round.closesAt)}</p>
      <Loaded load={load} isEmpty={({ items }) => items.length === 0} empty={<p class="meta">{t('rounds.deadline.none')}</p>}>
        {({ items }) => (
          <ul class="rows round__steps">
            {items.map(({ at, closedBefore, closesAt, reason }) => (
              <li key={at}>
                {t('rounds.deadline.moved', { from: formatLastDay(closedBefore), to: formatLastDay(closesAt) })}
                <span class="meta round__reason">{reason}</span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {runs && round.state === 'open' && (
        <Button variant="secondary" onClick={() => setAsking(true)}>
          {t('rounds.deadline.extend')}
        </Button>
      )}
      {asking && <Extend round={round} onClose={() => setAsking(false)} onChanged={onChanged} />}
    </section>
  )
}

function Extend({ round, onClose, onChanged }: { round: Round; onClose: () => void; onChanged: (round: Round) => void }) {
  const form = useForm()
  const [day, setDay] = useState('')
  const [reason, setReason] = useState('')
  const send = () =>
    form.send(
      { day, reason: reason.trim() },
      async (typed, key) => {
        const body = { closesAt: endOfDay(typed.day), reason: typed.reason }
        const next = await call(api.POST('/rounds/{roundId}/extensions', { body, params: { path: { roundId: round.id }, header: { 'Idempotency-Key': key } } }))
        onClose()
        onChanged(next)
      },
      (typed) => [
        ...(typed.day > dayOf(round.closesAt) ? [] : [{ field: 'closesAt', message: t('rounds.deadline.newMissing') }]),
        ...(typed.reason.length >= 3 ? [] : [{ field: 'reason', message: t('rounds.deadline.reasonMissing') }]),
      ],
    )
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('rounds.deadline.extend')}
      actions={
        <>
          <Button busy={form.busy} onClick={() => void send()}>
            {t('rounds.deadline.extend')}
          </Button>
          <Button variant="secondary" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </>
      }
    >
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <TextField id="closesAt" type="date" characters={12} label={t('rounds.deadline.new')} error={form.error('closesAt')} value={day} onChange={setDay} />
      <Textarea id="reason" label={t('rounds.deadline.reason')} help={t('rounds.deadline.reasonHelp')} maxLength={2000} error={form.error('reason')} value={reason} onChange={setReason} />
    </Dialog>
  )
}
