import { Details, GoalBadge, Tag } from '~/components'
import { t } from '~/i18n'
import { useLatch } from '../answer/useLatch'
import type { Wanted } from './ChoiceDialog'
import { differs, type Item } from './chosen'
import { IndicatorItem } from './IndicatorItem'

export interface GoalChoicesProps {
  goal: number
  name: string
  leftOut: boolean
  items: readonly Item[]
  /** Open from the start. */
  open: boolean
  editable: boolean
  onWanted: (wanted: Wanted) => void
}

/** A goal's indicators, folded; open where the municipality has chosen other than the round did. */
export function GoalChoices({ goal, name, leftOut, items, open, editable, onWanted }: GoalChoicesProps) {
  const chosen = items.filter((item) => item.chosen).length
  const summary = (
    <>
      <GoalBadge goal={goal} name={name} size="small" /> <span class="meta figures">{t('rounds.choose.inGoal', { n: chosen, total: items.length })}</span>{' '}
      {leftOut && <Tag>{t('rounds.choose.goalOut')}</Tag>}
    </>
  )
  return (
    <Details summary={summary} open={useLatch(open || items.some(differs))}>
      <ul class="rows choices">
        {items.map((item) => (
          <IndicatorItem key={item.question.code} item={item} goalLeftOut={leftOut} editable={editable} onWanted={onWanted} />
        ))}
      </ul>
    </Details>
  )
}
