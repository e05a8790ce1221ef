import { api, call } from '~/api'
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
export function Decisions({ rounds, current, chosen }: { rounds: readonly Round[]; current: Round; chosen: ChosenRegion }) {
  const begun = current.state !== 'draft' && current.state !== 'scheduled'
  const load = useLoad(
    async (signal) => {
      const [needs, solutions] = await Promise.all([
        begun ? call(api.GET('/workbench/needs', { params: { query: { round: current.id } }, signal })) : null,
        call(api.GET('/solutions', { signal })),
      ])
      return {
        candidates: needs && !needs.provisional ? needs.items.filter(({ state }) => state === 'candidate' || state === 'under_review').length : 0,
        confirmed: needs ? needs.items.filter(({ state }) => state === 'confirmed').length : 0,
        solutions: solutions.items.filter(({ state }) => state === 'submitted').length,
      }
    },
    [current.id, begun],
  )
  return (
    <section aria-labelledby="decide">
      <h2 class="ds-heading" data-size="sm" id="decide">
        {t('region.front.decide')}
      </h2>
      <Loaded load={load} skeleton={<Skeleton lines={4} />}>
        {({ candidates, confirmed, solutions }) => {
          const needs = address('/region/needs', { round: current.id, region: chosen.choices.length > 0 ? chosen.id : null })
          const all: Decision[] = [
            ...(candidates > 0 ? [{ to: needs, text: t('region.front.candidates', { n: candidates }) }] : []),
            ...(confirmed > 0 ? [{ to: needs, text: t('region.front.confirmed', { n: confirmed }) }] : []),
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
