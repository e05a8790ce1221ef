import { useState } from 'preact/hooks'
import { api, asProblem, call, type components, type Problem } from '~/api'
import { navigate } from '~/app/location'
import { forgetSession } from '~/app/session'
import { Button, Dialog, FailedState, Table } from '~/components'
import { formatDateTime, t } from '~/i18n'

type MySession = components['schemas']['MySession']

/** Where one is signed in, and the way to end all of it. */
export function Sessions({ sessions }: { sessions: readonly MySession[] }) {
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  const end = async () => {
    setBusy(true)
    try {
      await call(api.DELETE('/account/sessions'), { quiet: true })
      forgetSession()
      navigate('/')
    } catch (thrown) {
      setProblem(asProblem(thrown))
      setBusy(false)
      setAsking(false)
    }
  }

  return (
    <>
      <Table
        caption={t('account.sessions.caption')}
        hideCaption
        rows={sessions}
        rowKey={({ createdAt, current }) => `${createdAt} ${current}`}
        columns={[
          { key: 'where', head: t('account.sessions.where'), rowHead: true, cell: ({ current }) => t(current ? 'account.sessions.this' : 'account.sessions.other') },
          { key: 'from', head: t('account.sessions.from'), cell: ({ createdAt }) => formatDateTime(createdAt) },
          { key: 'until', head: t('account.sessions.until'), cell: ({ expiresAt }) => formatDateTime(expiresAt) },
        ]}
      />
      {problem && <FailedState problem={problem} />}
      <div class="actions">
        <Button variant="secondary" danger onClick={() => setAsking(true)}>
          {t('account.sessions.endAll')}
        </Button>
      </div>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('account.sessions.endTitle')}
        actions={
          <>
            <Button danger busy={busy} onClick={() => void end()}>
              {t('account.sessions.endAll')}
            </Button>
            <Button variant="secondary" onClick={() => setAsking(false)}>
              {t('common.cancel')}
            </Button>
          </>
        }
      >
        <p>{t('account.sessions.endText')}</p>
      </Dialog>
    </>
  )
}
