import { useEffect, useState } from 'preact/hooks'
import { asProblem } from '~/api'
import { Alert, Button, problemText } from '~/components'
import { formatTime, t } from '~/i18n'
import { href } from './location'
import { keepSession, rolesOf, sessionEnd, useSession } from './session'

const warnBefore = 10 * 60_000
const lookEvery = 15_000

/** Warns ten minutes before the session ends, where somebody may be writing, and keeps it where that can be done. */
export function SessionEnding() {
  const [now, setNow] = useState(Date.now())
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState('')
  const byLink = rolesOf(useSession()).includes('helper')
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), lookEvery)
    return () => clearInterval(timer)
  }, [])
  const keep = async () => {
    setBusy(true)
    setFailed('')
    try {
      await keepSession()
      setNow(Date.now())
    } catch (thrown) {
      setFailed(problemText(asProblem(thrown)))
    } finally {
      setBusy(false)
    }
  }
  const end = sessionEnd()
  const time = end ? formatTime(end.at) : ''
  return (
    <div role="status">
      {end && now >= end.at && (
        <Alert tone="warning" title={t('common.ending.over')}>
          <p>{t(byLink ? 'common.ending.overLink' : 'common.ending.overText')}</p>
          {!byLink && (
            <p>
              <a class="ds-link" href={href('/sign-in')} target="_blank" rel="noopener">
                {t('common.signInNewWindow')}
              </a>
            </p>
          )}
        </Alert>
      )}
      {end && now < end.at && now >= end.at - warnBefore && (
        <Alert tone="warning" title={t('common.ending.soon', { time })}>
          <p>{t(end.extends ? 'common.ending.idle' : byLink ? 'common.ending.lastLink' : 'common.ending.last')}</p>
          {failed && <p>{failed}</p>}
          {end.extends && (
            <Button small variant="secondary" busy={busy} onClick={() => void keep()}>
              {t('common.ending.keep')}
            </Button>
          )}
        </Alert>
      )}
    </div>
  )
}
