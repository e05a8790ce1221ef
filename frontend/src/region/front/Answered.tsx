import { api, call } from '~/api'
import { Link } from '~/app/Link'
import { Loaded, Skeleton, StateTag } from '~/components'
import { useLoad } from '~/hooks'
import { formatLastDay, formatList, t } from '~/i18n'
import type { Round } from '~/status'
import './front.css'
import { hasSubmitted } from '../hasSubmitted'

/** Who has answered the round, who is late, and until when there is time. */
export function Answered({ round }: { round: Round }) {
  const load = useLoad((signal) => call(api.GET('/rounds/{roundId}/progress', { params: { path: { roundId: round.id } }, signal })), [round.id])
  return (
    <section aria-labelledby="answered">
      <h2 class="ds-heading" data-size="sm" id="answered">
        {t('region.front.answered')}
      </h2>
      <p class="front__round">
        {round.name} <StateTag of="round" state={round.state} />
      </p>
      <Loaded load={load} skeleton={<Skeleton lines={4} />}>
        {({ items }) => {
          const done = items.filter(hasSubmitted).length
          const late = items.filter((one) => one.late).map(({ municipality }) => municipality.name)
          const waiting = items.filter((one) => !hasSubmitted(one) && !one.late).map(({ municipality }) => municipality.name)
          return (
            <>
              <p class="front__count">{t('region.front.submitted', { n: done, total: items.length })}</p>
              <meter class="front__meter" min={0} max={Math.max(items.length, 1)} value={done} aria-label={t('region.front.submitted', { n: done, total: items.length })} />
              <p class={late.length > 0 ? 'front__late' : undefined}>{late.length > 0 ? t('region.front.late', { n: late.length, names: formatList(late) }) : t('region.front.noneLate')}</p>
              {waiting.length > 0 && waiting.length <= 12 && <p>{t('region.front.waiting', { names: formatList(waiting) })}</p>}
              <p class="meta">{round.closedAt ? t('region.front.closed', { date: formatLastDay(round.closedAt) }) : t('region.front.closes', { date: formatLastDay(round.closesAt) })}</p>
            </>
          )
        }}
      </Loaded>
      <p>
        <Link to={`/region/rounds/${round.id}`}>{t('region.front.toRound')}</Link>
      </p>
    </section>
  )
}
