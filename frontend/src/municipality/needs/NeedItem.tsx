import type { components } from '~/api'
import { Link } from '~/app/Link'
import { GoalBadge, StateTag, Tag } from '~/components'
import { formatDate, t } from '~/i18n'
import { Priority } from './Priority'

export type NeedSummary = components['schemas']['WorkbenchNeedSummary']

/** One need of a list: what, where it stands, why it is there, and how it is ranked. */
export function NeedItem({ need, level = 2 }: { need: NeedSummary; level?: 2 | 3 }) {
  const Heading = `h${level}` as const
  return (
    <li class="candidate">
      <GoalBadge goal={need.goal} label={t('municipality.goal.plain', { n: need.goal })} />
      <div class="candidate__text">
        <Heading class="ds-heading" data-size="2xs">
          {need.id ? <Link to={`/municipality/needs/${need.id}`}>{need.title}</Link> : need.title}
        </Heading>
        <p class="candidate__tags">
          <StateTag of="need" state={need.state} /> {need.involved && <Tag tone="accent">{t('ownNeeds.involved')}</Tag>}
        </p>
        <p>{need.reason}</p>
        {need.underWay && (
          <p>
            <Link to={`/municipality/needs/${need.underWay}`}>{t('ownNeeds.underWay')}</Link>
          </p>
        )}
        <p class="meta figures">
          {t('ownNeeds.municipalities', { n: need.municipalities })} · {t('ownNeeds.residents', { n: need.residents })}
          {need.round && ` · ${t('ownNeeds.round', { name: need.round.name })}`}
          {need.deadline && ` · ${t('municipality.round.deadline', { date: formatDate(need.deadline) })}`}
        </p>
        <Priority priority={need.priority} rounded={need.rounded} parts={need.parts} />
      </div>
    </li>
  )
}
