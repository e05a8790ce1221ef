import { api, call } from '~/api'
import { Alert } from '~/components'
import { useLoad } from '~/hooks'
import { formatLastDay, t } from '~/i18n'
import type { Response } from './response'

/** That the deadline has moved, and why. Nothing where it has not. */
export function Moved({ round }: Pick<Response, 'round'>) {
  const load = useLoad((signal) => call(api.GET('/rounds/{roundId}/extensions', { params: { path: { roundId: round.id } }, signal })), [round.id])
  const last = load.data?.items[0]
  if (!last || round.state !== 'open') return null
  return (
    <Alert>
      <p>{t('rounds.deadline.municipality', { from: formatLastDay(last.closedBefore), to: formatLastDay(last.closesAt) })}</p>
      <p class="typed">{last.reason}</p>
    </Alert>
  )
}
