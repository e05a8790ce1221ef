import { Button, Details, Tag } from '~/components'
import { formatValue, t } from '~/i18n'
import type { Wanted } from './ChoiceDialog'
import type { Item } from './chosen'

export interface IndicatorItemProps {
  item: Item
  goalLeftOut: boolean
  editable: boolean
  onWanted: (wanted: Wanted) => void
}

/** One indicator: what it is, whether it is in, why, and the way to change that. */
export function IndicatorItem({ item, goalLeftOut, editable, onWanted }: IndicatorItemProps) {
  const { question, statistic, additional, chosen, reason } = item
  const action = chosen ? 'rounds.choose.leaveOut' : additional ? 'rounds.choose.takeIn' : 'rounds.choose.takeBack'
  const facts = [t(`rounds.kind.${additional ? 'additional' : 'core'}`), item.bottomLine && t(`rounds.line.${item.bottomLine}`), item.quality && t(`rounds.quality.${item.quality}`)]
  return (
    <li class="choice choice--plain">
      <div class="choice__text">
        <h3 class="ds-heading" data-size="2xs">
          {question.name} <Tag tone={chosen ? 'info' : 'neutral'}>{t(`rounds.status.${chosen ? 'chosen' : 'left'}`)}</Tag>
        </h3>
        <p class="meta">{facts.filter(Boolean).join(' · ')}</p>
        <p class="meta">
          {statistic?.state === 'value' ? t('rounds.choose.statistic', { value: formatValue(statistic.value, question), year: `${statistic.year}`, source: statistic.source }) : t('rounds.data.no')}
        </p>
        {reason && <p class="typed">{reason}</p>}
        <Details summary={question.question}>
          <p class="prose">{question.help}</p>
        </Details>
      </div>
      {goalLeftOut ? (
        <span class="meta">{t('rounds.choose.goalOut')}</span>
      ) : (
        editable && (
          <Button variant="secondary" aria-label={`${t(action)}: ${question.name}`} onClick={() => onWanted({ item, chosen: !chosen })}>
            {t(action)}
          </Button>
        )
      )}
    </li>
  )
}
