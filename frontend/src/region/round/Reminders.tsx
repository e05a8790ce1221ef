import { useState } from 'preact/hooks'
import { api, asProblem, call, type components } from '~/api'
import { announce } from '~/app/announce'
import { Alert, Button, Dialog, ErrorSummary, Loaded, Skeleton, TextField } from '~/components'
import { useForm, useLoad } from '~/hooks'
import { formatDateTime, t } from '~/i18n'
import type { Round } from '~/status'
import { minuteOf } from './roundDates'

type Reminders = components['schemas']['RoundReminders']

/** When those who have not submitted are reminded by e-mail: what was sent, what is to come, and the way to change it. */
export function Reminders({ round, runs }: { round: Round; runs: boolean }) {
  const load = useLoad((signal) => call(api.GET('/rounds/{roundId}/reminders', { params: { path: { roundId: round.id } }, signal })), [round.id, round.version])
  const [editing, setEditing] = useState(false)
  const [asking, setAsking] = useState(false)
  const changeable = runs && (round.state === 'draft' || round.state === 'scheduled' || round.state === 'open')
  const done = (said: string) => (set: Reminders) => {
    load.set(set)
    setEditing(false)
    setAsking(false)
    announce(said)
  }
  return (
    <section class="section" aria-labelledby="reminders">
      <h2 class="ds-heading" data-size="sm" id="reminders">
        {t('rounds.remind.title')}
      </h2>
      <p class="prose">{t('rounds.remind.lead')}</p>
      <Loaded load={load} skeleton={<Skeleton lines={3} />}>
        {(set) => (
          <>
            {round.state === 'open' && <p>{t('rounds.remind.left', { n: set.left })}</p>}
            {set.items.length === 0 && <p class="meta">{t('rounds.remind.none')}</p>}
            <ul class="rows round__steps">
              {set.items.map(({ remindAt, sentAt, recipients }) => (
                <li key={remindAt}>
                  {formatDateTime(remindAt)} <span class="meta">{sentAt ? t('rounds.remind.sent', { time: formatDateTime(sentAt), n: recipients }) : t('rounds.remind.toCome')}</span>
                </li>
              ))}
            </ul>
            {changeable && !editing && (
              <div class="actions no-print">
                <Button variant="secondary" onClick={() => setEditing(true)}>
                  {t('rounds.remind.change')}
                </Button>
                {round.state === 'open' && set.left > 0 && (
                  <Button variant="secondary" onClick={() => setAsking(true)}>
                    {t('rounds.remind.now')}
                  </Button>
                )}
              </div>
            )}
            {editing && <Times roundId={round.id} set={set} onSaved={done(t('rounds.remind.saved'))} onClose={() => setEditing(false)} />}
            {asking && <Now roundId={round.id} left={set.left} onSent={done(t('rounds.remind.nowDone'))} onClose={() => setAsking(false)} />}
          </>
        )}
      </Loaded>
    </section>
  )
}

const toCome = (set: Reminders) => set.items.filter(({ sentAt }) => !sentAt).map(({ remindAt }) => minuteOf(remindAt))

function Times({ roundId, set, onSaved, onClose }: { roundId: string; set: Reminders; onSaved: (set: Reminders) => void; onClose: () => void }) {
  const form = useForm()
  const [times, setTimes] = useState<readonly string[]>(() => toCome(set))
  const [version, setVersion] = useState(set.version)
  const [stale, setStale] = useState(false)
  const save = () =>
    form.send(
      { times },
      async () => {
        const body = { times: times.map((time) => new Date(time).toISOString()) }
        try {
          onSaved(await call(api.PUT('/rounds/{roundId}/reminders', { body, params: { path: { roundId }, header: { 'If-Match': `"${version}"` } } })))
        } catch (thrown) {
          const problem = asProblem(thrown)
          if (problem.kind !== 'stale' || !problem.current) throw problem
          const now = problem.current as Reminders
          setTimes(toCome(now))
          setVersion(now.version)
          setStale(true)
        }
      },
      () => times.flatMap((time, i) => (time ? [] : [{ field: `times-${i}`, message: t('rounds.remind.timeMissing') }])),
    )
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {stale && (
        <Alert tone="warning" live>
          <p>{t('rounds.remind.stale')}</p>
        </Alert>
      )}
      {times.map((time, i) => (
        <div key={i} class="round__time">
          <TextField
            id={`times-${i}`}
            type="datetime-local"
            characters={18}
            label={t('rounds.remind.time', { n: i + 1 })}
            error={form.error(`times-${i}`)}
            value={time}
            onChange={(next) => setTimes(times.map((one, at) => (at === i ? next : one)))}
          />
          <Button variant="tertiary" aria-label={t('rounds.remind.remove', { n: i + 1 })} onClick={() => setTimes(times.filter((_, at) => at !== i))}>
            {t('rounds.effort.remove')}
          </Button>
        </div>
      ))}
      <div class="actions">
        <Button variant="secondary" onClick={() => setTimes([...times, ''])}>
          {t('rounds.remind.add')}
        </Button>
        {set.usual.length > 0 && (
          <Button variant="secondary" onClick={() => setTimes(set.usual.map(minuteOf))}>
            {t('rounds.remind.usual')}
          </Button>
        )}
      </div>
      <div class="actions">
        <Button type="submit" busy={form.busy}>
          {t('common.save')}
        </Button>
        <Button variant="secondary" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}

function Now({ roundId, left, onSent, onClose }: { roundId: string; left: number; onSent: (set: Reminders) => void; onClose: () => void }) {
  const form = useForm()
  const send = () =>
    form.send({ roundId }, async (_, key) => {
      onSent(await call(api.POST('/rounds/{roundId}/reminders', { params: { path: { roundId }, header: { 'Idempotency-Key': key } } })))
    })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('rounds.remind.nowAsk')}
      actions={
        <>
          <Button busy={form.busy} onClick={() => void send()}>
            {t('rounds.remind.now')}
          </Button>
          <Button variant="secondary" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </>
      }
    >
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <p>{t('rounds.remind.left', { n: left })}</p>
    </Dialog>
  )
}
