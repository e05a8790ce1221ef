import { api, call, type components } from '~/api'
import { Link } from '~/app/Link'
import { Loaded, Skeleton } from '~/components'
import { useLoad } from '~/hooks'
import { t } from '~/i18n'
import { address, type Round } from '~/status'
import type { ChosenRegion } from '../chosen'
import './front.css'

interface Decision {
  to: string
  text: string
}

/** What the state of a round asks for, if anything. */
export function roundDecision({ id, name, state, closesAt }: Round, now: number): Decision | null {
  const to = `/region/rounds/${id}`
  switch (state) {
    case 'draft':
    case 'scheduled':
      return { to, text: t('region.front.toOpen', { name }) }
    case 'open':
      return Date.parse(closesAt) < now ? { to, text: t('region.front.toClose', { name }) } : null
    case 'closed':
      return { to, text: t('region.front.toFreeze', { name }) }
    case 'frozen':
      return { to, text: t('region.front.toPublish', { name }) }
    default:
      return null
  }
}

/** What waits for somebody who may decide: rounds, suggested needs, solutions. */
export function Decisions({ rounds, chosen }: { rounds: readonly Round[]; chosen: ChosenRegion }) {
  const stored = roundsWithNeeds(rounds)
  const load = useLoad(
    async (signal) => {
      const [solutions, ...benches] = await Promise.all([
        call(api.GET('/solutions', { signal })),
        ...stored.map((round) => call(api.GET('/workbench/needs', { params: { query: { round: round.id } }, signal }))),
      ])
      return {
        solutions: solutions.items.filter(({ state }) => state === 'submitted').length,
        needs: stored.map((round, i) => countNeeds(round, benches[i]?.items ?? [])),
      }
    },
    [stored.map(({ id }) => id).join()],
  )
  const at = (round: Round) => address('/region/needs', { round: round.id, region: chosen.choices.length > 0 ? chosen.id : null })
  return (
    <section aria-labelledby="decide">
      <h2 class="ds-heading" data-size="sm" id="decide">
        {t('region.front.decide')}
      </h2>
      <Loaded load={load} skeleton={<Skeleton lines={4} />}>
        {({ solutions, needs }) => {
          const all: Decision[] = [
            ...needs.flatMap(({ round, candidates, confirmed }) => [
              ...(candidates > 0 ? [{ to: at(round), text: t('region.front.candidates', { n: candidates, round: round.name }) }] : []),
              ...(confirmed > 0 ? [{ to: at(round), text: t('region.front.confirmed', { n: confirmed }) }] : []),
            ]),
            ...(solutions > 0 ? [{ to: '/region/solutions', text: t('region.front.solutions', { n: solutions }) }] : []),
            ...rounds.flatMap((round) => roundDecision(round, Date.now()) ?? []),
          ]
          if (all.length === 0) return <p>{t('region.front.nothing')}</p>
          return (
            <ul class="rows">
              {all.map(({ to, text }) => (
                <li key={text}>
                  <Link to={to}>{text}</Link>
                </li>
              ))}
            </ul>
          )
        }}
      </Loaded>
    </section>
  )
}

// Older rounds have had their day; each one is a call.
const roundsLookedAt = 3

/** The rounds whose suggested needs are kept and can be decided on: an open one only has provisional ones. */
function roundsWithNeeds(rounds: readonly Round[]): Round[] {
  return rounds.filter(({ state }) => state === 'closed' || state === 'frozen' || state === 'published').slice(0, roundsLookedAt)
}

function countNeeds(round: Round, items: readonly components['schemas']['WorkbenchNeedSummary'][]) {
  const count = (...states: string[]) => items.filter(({ state }) => states.includes(state)).length
  return { round, candidates: count('candidate', 'under_review'), confirmed: count('confirmed') }
}
