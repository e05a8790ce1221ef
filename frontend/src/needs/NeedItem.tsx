import type { components } from '~/api'
import { Link } from '~/app/Link'
import { GoalBadge, StateTag, Tag } from '~/components'
import { goalName, useGoals } from '~/hooks'
import { formatNumber, t } from '~/i18n'
import { deadlineText } from './deadline'
import { LanguageMark, langOf } from './Written'
import './need.css'

export type NeedSummary = components['schemas']['NeedSummary']

/** "6 kommuner med 21 436 innbyggere"; without residents where no figure is known. */
export function reachText({ municipalities, residents }: Pick<NeedSummary, 'municipalities' | 'residents'>): string {
  const who = t('needs.municipalities', { n: municipalities })
  return residents > 0 ? t('needs.reach', { municipalities: who, residents: t('needs.residents', { n: residents }) }) : who
}

/** A published need in a list: goal, question, place, people and deadline. */
export function NeedItem({ need, level = 2 }: { need: NeedSummary; level?: 2 | 3 | 4 }) {
  const goals = useGoals().data
  const Heading = `h${level}` as const
  return (
    <div class="need-item">
      <GoalBadge goal={need.goal} label={t('needs.goalLabel', { goal: formatNumber(need.goal), name: goalName(goals, need.goal) })} />
      <div class="need-item__text">
        <Heading class="ds-heading" data-size="2xs">
          <Link to={`/needs/${need.id}`} {...langOf(need.language)}>
            {need.title}
          </Link>
        </Heading>
        <div class="meta need-item__facts">
          <span>{need.regionName}</span>
          <span>{reachText(need)}</span>
          <span>{deadlineText(need.deadline)}</span>
          <NeedMarks need={need} />
        </div>
      </div>
    </div>
  )
}

/** What must be said of a need beside its title: its language where it isn't the page's, its state where it is past the ordinary, and that it is made up. */
export function NeedMarks({ need }: { need: Pick<NeedSummary, 'language' | 'state' | 'madeUp'> }) {
  return (
    <>
      <LanguageMark language={need.language} />
      {need.state !== 'published' && <StateTag of="need" state={need.state} />}
      {need.madeUp && <Tag outline>{t('needs.madeUp')}</Tag>}
    </>
  )
}
