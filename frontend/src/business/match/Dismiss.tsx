import { useState } from 'preact/hooks'
import { api, call } from '~/api'
import { announce } from '~/app/announce'
import { Button, Dialog, ErrorSummary, Textarea } from '~/components'
import { useForm } from '~/hooks'
import { t } from '~/i18n'
import type { SolutionMatch } from './MatchList'

export interface DismissProps {
  /** The match that is asked about; null while nothing is. */
  match: SolutionMatch | null
  onClose: () => void
  onDone: () => void
}

/** Asks why a match does not fit, and says what follows from it. */
export function Dismiss({ match, onClose, onDone }: DismissProps) {
  return (
    <Dialog open={match !== null} onClose={onClose} title={t('business.match.dismissTitle')}>
      {match && <Ask match={match} onClose={onClose} onDone={onDone} />}
    </Dialog>
  )
}

function Ask({ match, onClose, onDone }: DismissProps & { match: SolutionMatch }) {
  const form = useForm()
  const [reason, setReason] = useState('')
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void form.send(
          { needId: match.need.id, solutionId: match.solutionId, reason: reason.trim() },
          async (body, key) => {
            await call(api.POST('/dismissals', { body, params: { header: { 'Idempotency-Key': key } } }), { quiet: true })
            announce(t('business.match.dismissedNow'))
            onDone()
          },
          (body) => (body.reason.length >= 3 ? [] : [{ field: 'reason', message: t('business.match.dismissReasonMissing') }]),
        )
      }}
    >
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <p>{t('business.match.dismissText', { need: match.need.title })}</p>
      <Textarea id="reason" label={t('business.match.dismissReason')} rows={3} maxLength={2000} error={form.error('reason')} value={reason} onChange={setReason} />
      <div class="actions">
        <Button type="submit" busy={form.busy}>
          {t('business.match.dismissDo')}
        </Button>
        <Button variant="secondary" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
