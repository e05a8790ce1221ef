import type { components } from '~/api'
import { Link } from '~/app/Link'
import { GoalBadge, StateTag } from '~/components'
import { formatDate, formatNumber, t } from '~/i18n'
import { Priority } from '~/municipality/needs/Priority'
import './need.css'

type Need = components['schemas']['WorkbenchNeedSummary']

export const filters = ['open', 'published', 'rejected', 'all'] as const
export type Filter = (typeof filters)[number]

/** What must be decided is everything that is neither public nor put aside. */
export function matchesFilter(state: Need['state'], filter: Filter): boolean {
  const rejected = state === 'rejected' || state === 'merged'
  const open = state === 'candidate' || state === 'under_review' || state === 'confirmed'
  if (filter === 'all') return true
  if (filter === 'open') return open
  return filter === 'rejected' ? rejected : !open && !rejected
}

/** A need in the workbench: what, where it stands, whom it reaches and why the rules found it. Without an id it is provisional and leads nowhere. */
export function NeedRow({ need }: { need: Need }) {
  const title = need.title || t('region.need.untitled')
  return (
    <li class="need-row">
      <GoalBadge goal={need.goal} size="large" />
      <div class="need-row__text">
        <h2 class="ds-heading" data-size="2xs">
          {need.id ? <Link to={`/region/needs/${need.id}`}>{title}</Link> : title}
        </h2>
        <p class="need-row__facts">
          <StateTag of="need" state={need.state} />
          <span>{t('region.needs.reach', { n: need.municipalities, residents: formatNumber(need.residents) })}</span>
          {need.round && <span>{t('ownNeeds.round', { name: need.round.name })}</span>}
          {need.deadline && <span>{t('region.needs.deadline', { date: formatDate(need.deadline) })}</span>}
        </p>
        {need.reason && <p>{need.reason}</p>}
        {need.underWay && (
          <p>
            <Link to={`/region/needs/${need.underWay}`}>{t('ownNeeds.underWay')}</Link>
          </p>
        )}
        <Priority priority={need.priority} rounded={need.rounded} parts={need.parts} />
      </div>
    </li>
  )
}
