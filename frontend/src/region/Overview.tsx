import { api, call } from '~/api'
import { Link } from '~/app/Link'
import { EmptyState, Loaded, Skeleton } from '~/components'
import { useLoad } from '~/hooks'
import { t } from '~/i18n'
import type { Round } from '~/status'
import { type ChosenRegion, inRegion, useMayRun } from './chosen'
import { Answered } from './front/Answered'
import { Decisions } from './front/Decisions'
import { WorstGoals } from './front/WorstGoals'

/** The round that matters now: the open one, else the newest that has been opened, else the newest. Rounds come newest first. */
export function currentRound(rounds: readonly Round[]): Round | undefined {
  const begun = rounds.filter(({ state }) => state !== 'draft' && state !== 'scheduled')
  return begun.find(({ state }) => state === 'open') ?? begun[0] ?? rounds[0]
}

export function Overview({ region, chosen }: { region: string; chosen: ChosenRegion }) {
  const runs = useMayRun()
  const load = useLoad(async (signal) => (await call(api.GET('/rounds', { params: { query: { region } }, signal }))).items, [region])
  return (
    <Loaded
      load={load}
      skeleton={<Skeleton lines={10} />}
      isEmpty={(rounds) => rounds.length === 0}
      empty={
        <EmptyState title={t('region.front.noRound')}>
          <p>{t('region.front.noRoundHelp')}</p>
          {runs && (
            <p>
              <Link look="primary" to={inRegion('/region/rounds/new', chosen)}>
                {t('region.rounds.plan')}
              </Link>
            </p>
          )}
        </EmptyState>
      }
    >
      {(rounds) => {
        const round = currentRound(rounds)
        if (!round) return null
        return (
          <div class="front">
            <Answered round={round} />
            <Decisions rounds={rounds} chosen={chosen} />
            <WorstGoals region={region} round={round} />
          </div>
        )
      }}
    </Loaded>
  )
}
