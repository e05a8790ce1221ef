import { useState } from 'preact/hooks'
import { api, call } from '~/api'
import { Link } from '~/app/Link'
import { Button, Dialog, ErrorSummary, Textarea } from '~/components'
import { useForm } from '~/hooks'
import { t } from '~/i18n'
import { titleOf, type WorkbenchNeed } from './NeedPage'
import './need.css'

export interface DecideProps {
  need: WorkbenchNeed
  /** Takes the need as it is now, and what to say about it. */
  onDone: (need: WorkbenchNeed, said: string) => void
}

/** What this reader may do with the need now, each with what it means. */
export function Decide({ need, onDone }: DecideProps) {
  const [asked, setAsked] = useState<'reject' | 'publish' | null>(null)
  const form = useForm()
  const may = (action: (typeof need.actions)[number]) => need.actions.includes(action)
  if (need.actions.length === 0) return null
  const params = (key: string) => ({ path: { needId: need.id }, header: { 'Idempotency-Key': key } })
  const confirm = () =>
    form.send({ version: need.version }, async (_, key) => {
      onDone(await call(api.POST('/workbench/needs/{needId}/confirmation', { params: params(key) })), t('region.need.confirmed'))
    })
  return (
    <section class="section need-decide no-print" aria-labelledby="decide">
      <h2 class="ds-heading" data-size="sm" id="decide">
        {t('region.need.decide')}
      </h2>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {may('confirm') && <p>{t('region.need.confirmHelp')}</p>}
      <div class="actions">
        {may('confirm') && (
          <Button busy={form.busy} onClick={() => void confirm()}>
            {t('region.need.confirm')}
          </Button>
        )}
        {may('publish') && <Button onClick={() => setAsked('publish')}>{need.publishedVersion > 0 ? t('region.need.publishAgain') : t('region.need.publish')}</Button>}
        {may('edit') && (
          <Link look="secondary" to={`/region/needs/${need.id}/edit`}>
            {t('region.need.edit')}
          </Link>
        )}
        {may('reject') && (
          <Button variant="tertiary" danger onClick={() => setAsked('reject')}>
            {t('region.need.reject')}
          </Button>
        )}
      </div>
      {asked === 'reject' && <Reject need={need} onClose={() => setAsked(null)} onDone={onDone} />}
      {asked === 'publish' && <Publish need={need} onClose={() => setAsked(null)} onDone={onDone} />}
    </section>
  )
}

type AskedProps = DecideProps & { onClose: () => void }

function Reject({ need, onClose, onDone }: AskedProps) {
  const form = useForm()
  const [reason, setReason] = useState('')
  const send = () =>
    form.send(
      { reason: reason.trim() },
      async (body, key) => {
        const next = await call(api.POST('/workbench/needs/{needId}/rejection', { body, params: { path: { needId: need.id }, header: { 'Idempotency-Key': key } } }))
        onClose()
        onDone(next, t('region.need.rejectedNow'))
      },
      (body) => (body.reason.length < 3 ? [{ field: 'reason', message: t('region.need.rejectMissing') }] : []),
    )
  return (
    <Dialog open onClose={onClose} title={t('region.need.rejectTitle', { title: titleOf(need) })} actions={<Buttons danger busy={form.busy} label={t('region.need.reject')} onSend={send} onClose={onClose} />}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <p>{t('region.need.rejectHelp')}</p>
      <Textarea id="reason" label={t('region.need.rejectReason')} maxLength={2000} error={form.error('reason')} value={reason} onChange={setReason} />
    </Dialog>
  )
}

function Publish({ need, onClose, onDone }: AskedProps) {
  const form = useForm()
  const send = () =>
    form.send({ version: need.version }, async (_, key) => {
      const header = { 'Idempotency-Key': key, 'If-Match': `"${need.version}"` }
      const next = await call(api.POST('/workbench/needs/{needId}/publication', { params: { path: { needId: need.id }, header } }))
      onClose()
      onDone(next, t('region.need.published', { n: next.publishedVersion }))
    })
  return (
    <Dialog open onClose={onClose} title={t('region.need.publishTitle', { title: titleOf(need) })} actions={<Buttons busy={form.busy} label={t('region.need.publish')} onSend={send} onClose={onClose} />}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} elsewhere={(field) => (need.actions.includes('edit') ? `/region/needs/${need.id}/edit?field=${field}` : undefined)} />
      <p>{need.publishedVersion > 0 ? t('region.need.publishAgainHelp', { n: need.publishedVersion + 1 }) : t('region.need.publishHelp')}</p>
      <p>{t('region.need.publishFacts', { n: need.figures.length })}</p>
    </Dialog>
  )
}

function Buttons({ label, danger, busy, onSend, onClose }: { label: string; danger?: boolean; busy: boolean; onSend: () => Promise<unknown>; onClose: () => void }) {
  return (
    <>
      <Button danger={danger ?? false} busy={busy} onClick={() => void onSend()}>
        {label}
      </Button>
      <Button variant="secondary" onClick={onClose}>
        {t('common.cancel')}
      </Button>
    </>
  )
}
