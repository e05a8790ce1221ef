import { useEffect, useState } from 'preact/hooks'
import { takeToken } from '~/account/linkToken'
import { api, asProblem, call, type Problem } from '~/api'
import { navigate } from '~/app/location'
import { Page } from '~/app/Page'
import { setSession, useSession } from '~/app/session'
import { Alert, Button, FailedState, Spinner } from '~/components'
import { t } from '~/i18n'
import { pagesOf } from '../round/response'

/** Where a mailed link leads: its token is exchanged for a session that opens one section. */
export default function SectionPage() {
  const [token] = useState(takeToken)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [agreed, setAgreed] = useState(false)
  const session = useSession()
  // A session of the service's own is not ended unasked; another link's is.
  const other = session.state === 'signedIn' && !session.data.section ? session.data.person?.name : undefined
  const known = session.state !== 'unknown'
  const here = session.state === 'signedIn' && !token ? session.data.section : undefined

  const open = async () => {
    setAgreed(true)
    try {
      const opened = await call(api.POST('/section-links', { body: { token } }), { quiet: true })
      setSession(opened)
      if (opened.section) navigate(pagesOf(opened.section.responseId).goal(opened.section.goal), { replace: true })
    } catch (thrown) {
      setProblem(asProblem(thrown))
    }
  }

  useEffect(() => {
    if (token && known && !other && !agreed) void open()
    if (here) navigate(pagesOf(here.responseId).goal(here.goal), { replace: true })
  }, [token, known, other, here])

  if (problem?.kind === 'conflict' || (problem && problem.fields.length > 0)) {
    return (
      <Page title={t('handover.section.dead')}>
        <Alert tone="warning" live>
          <p>{t('handover.section.deadText')}</p>
        </Alert>
      </Page>
    )
  }
  return (
    <Page title={t('handover.section.title')}>
      {problem && <FailedState problem={problem} onRetry={() => void open()} />}
      {!token && !here && known && (
        <Alert tone="warning">
          <p>{t('handover.section.none')}</p>
        </Alert>
      )}
      {token && other && !agreed && (
        <>
          <p>{t('handover.section.other', { name: other })}</p>
          <div class="actions">
            <Button onClick={() => void open()}>{t('handover.section.open')}</Button>
          </div>
        </>
      )}
      {token && !problem && (!other || agreed) && <Spinner label={t('handover.section.opening')} />}
    </Page>
  )
}
