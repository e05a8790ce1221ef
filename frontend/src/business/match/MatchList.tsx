import { useState } from 'preact/hooks'
import type { components } from '~/api'
import { Details } from '~/components'
import { t } from '~/i18n'
import { Dismiss } from './Dismiss'
import { MatchItem } from './MatchItem'

export type SolutionMatch = components['schemas']['SolutionMatch']

export interface MatchListProps {
  matches: readonly SolutionMatch[]
  /** Say which solution each match is for. */
  named: boolean
  onDismissed: () => void
  level?: 2 | 3
}

const keyOf = ({ need, solutionId }: SolutionMatch) => `${need.id} ${solutionId}`

/** Matches, best first; those put aside are folded away at the end, with the reason. */
export function MatchList({ matches, named, onDismissed, level = 2 }: MatchListProps) {
  const [asking, setAsking] = useState<SolutionMatch | null>(null)
  const standing = matches.filter(({ dismissed }) => !dismissed)
  const aside = matches.filter(({ dismissed }) => dismissed)
  return (
    <>
      <ol class="rows match-list">
        {standing.map((match) => (
          <li key={keyOf(match)}>
            <MatchItem match={match} named={named} level={level} onDismiss={() => setAsking(match)} />
          </li>
        ))}
      </ol>
      {aside.length > 0 && (
        <div class="match-aside">
          <Details summary={t('business.matches.dismissedTitle', { n: aside.length })}>
            <ul class="rows">
              {aside.map((match) => (
                <li key={keyOf(match)}>
                  <MatchItem match={match} named={named} level={level} />
                </li>
              ))}
            </ul>
          </Details>
        </div>
      )}
      <Dismiss
        match={asking}
        onClose={() => setAsking(null)}
        onDone={() => {
          setAsking(null)
          onDismissed()
        }}
      />
    </>
  )
}
