import { Link } from '~/app/Link'
import { t } from '~/i18n'
import { address } from '~/status'
import { ripe } from './ripe'
import type { Round } from './types'

/** Leads from the figures of a round to the paper by which they are put before a council; nothing while the round can still change. */
export function MakePaperLink({ round, to, region }: { round: Round | undefined; to: '/region/papers' | '/municipality/papers'; region?: string }) {
  if (!round || !ripe(round)) return null
  return (
    <p class="no-print">
      <Link to={address(to, { make: round.id, region })}>{t('councilPapers.makeOf', { round: round.name })}</Link>
    </p>
  )
}
