import { useState } from 'preact/hooks'
import { api, call } from '~/api'
import { Button, Dialog } from '~/components'
import { t } from '~/i18n'
import { ReasonForm } from '~/components/reason/ReasonForm'
import type { ResponseDetail } from './response'

/** Opens a submitted response for a correction; what was submitted stands until the new revision comes. */
export function Reopen({ responseId, of, onDone }: { responseId: string; of?: string; onDone: (detail: ResponseDetail) => void }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="tertiary" onClick={() => setOpen(true)}>
        {t('municipality.reopen.open')}
        {of && <span class="ds-sr-only"> – {of}</span>}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('municipality.reopen.title')}>
        <p>{t('municipality.reopen.text')}</p>
        <ReasonForm
          id="reopen-reason"
          label={t('municipality.reopen.reason')}
          button={t('municipality.reopen.button')}
          missing={t('municipality.reasonMissing')}
          action={async (reason, key) => {
            onDone(await call(api.POST('/responses/{responseId}/reopening', { params: { path: { responseId }, header: { 'Idempotency-Key': key } }, body: { reason } })))
            setOpen(false)
          }}
        />
      </Dialog>
    </>
  )
}
