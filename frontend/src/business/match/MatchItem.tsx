import { Button, Details } from '~/components'
import { formatNumber, t } from '~/i18n'
import { NeedItem } from '~/needs/NeedItem'
import type { SolutionMatch } from './MatchList'
import { MatchBar, MatchParts } from './MatchParts'
import './match.css'

export interface MatchItemProps {
  match: SolutionMatch
  named: boolean
  level: 2 | 3
  /** Left out where it is put aside already. */
  onDismiss?: () => void
}

/** A need beside a solution: the score, why it fits in words, what is missing, and the parts that make the score. */
export function MatchItem({ match: { need, solutionTitle, match, dismissed }, named, level, onDismiss }: MatchItemProps) {
  return (
    <article class="match">
      <NeedItem need={need} level={level} />
      <div class="match__score">
        <p>
          <strong class="figures">{t('business.match.score', { score: formatNumber(match.score, 0) })}</strong>
        </p>
        <MatchBar match={match} />
      </div>
      <div class="match__why">
        {dismissed && <p>{t('business.match.dismissedBecause', { reason: dismissed })}</p>}
        {named && <p class="meta">{t('business.match.for', { title: solutionTitle })}</p>}
        {match.reasons.length > 0 && (
          <>
            <p class="match__head">{t('business.match.reasons')}</p>
            <ul class="match__reasons">
              {match.reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </>
        )}
        {match.missing.length > 0 && (
          <>
            <p class="match__head">{t('business.match.missing')}</p>
            <ul class="match__missing">
              {match.missing.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </>
        )}
        <Details summary={t('business.match.parts')}>
          <MatchParts match={match} caption={t('business.match.partsCaption', { solution: solutionTitle, need: need.title })} />
        </Details>
        {onDismiss && (
          <p class="match__dismiss">
            <Button variant="tertiary" small aria-label={t('business.match.dismissFor', { need: need.title })} onClick={onDismiss}>
              {t('business.match.dismiss')}
            </Button>
          </p>
        )}
      </div>
    </article>
  )
}
