import { useState } from 'preact/hooks'
import { Button, Dialog, ErrorSummary, Textarea } from '~/components'
import { useForm } from '~/hooks'
import { t } from '~/i18n'
import type { Choices, Item } from './chosen'

/** What somebody is about to choose: an indicator or a goal, in or out. */
export interface Wanted {
  item?: Item
  goal?: Choices['goals'][number]
  chosen: boolean
}

function titleOf({ item, goal, chosen }: Wanted): string {
  if (goal) return chosen ? t('rounds.choose.goalTakeIn', { n: goal.goal }) : t('rounds.choose.askGoal', { n: goal.goal, name: goal.name })
  return t(chosen ? 'rounds.choose.askIn' : 'rounds.choose.askOut', { name: item?.question.name ?? '' })
}

/** Asks for the reason. To be as the round has it takes none. */
export function ChoiceDialog({ wanted, onChoose, onClose }: { wanted: Wanted; onChoose: (wanted: Wanted, reason: string) => Promise<void>; onClose: () => void }) {
  const form = useForm()
  const [reason, setReason] = useState(wanted.item?.reason ?? wanted.goal?.reason ?? '')
  const { item, chosen } = wanted
  const needed = item ? chosen === item.additional : !chosen
  const send = () =>
    form.send(
      { reason: needed ? reason.trim() : '' },
      async (sent) => {
        await onChoose(wanted, sent.reason)
        onClose()
      },
      (sent) => (needed && sent.reason.length < 3 ? [{ field: 'reason', message: t('rounds.choose.reasonMissing') }] : []),
    )
  return (
    <Dialog
      open
      onClose={onClose}
      title={titleOf(wanted)}
      actions={
        <>
          <Button busy={form.busy} onClick={() => void send()}>
            {t(chosen ? 'rounds.choose.takeIn' : 'rounds.choose.leaveOut')}
          </Button>
          <Button variant="secondary" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </>
      }
    >
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {!chosen && item?.answered && <p>{t('rounds.choose.answerStays')}</p>}
      {needed && <Textarea id="reason" label={t('rounds.choose.reason')} maxLength={2000} error={form.error('reason')} value={reason} onChange={setReason} />}
    </Dialog>
  )
}
