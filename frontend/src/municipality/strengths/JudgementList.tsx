import { Button, GoalBadge, Tag } from '~/components'
import { type Goal, goalName } from '~/hooks'
import { formatDate, t } from '~/i18n'
import { type Judgement, since } from './judgement'
import { Wordings } from './Wordings'

export interface JudgementListProps {
  title: string
  items: readonly Judgement[]
  goals: readonly Goal[]
  /** The list as it stood when a round was submitted, to compare with. */
  then?: readonly Judgement[] | undefined
  /** Absent where the list is only read. */
  onChange?: (judgement: Judgement) => void
}

/** Strengths, weaknesses, or those that no longer hold. */
export function JudgementList({ title, items, goals, then, onChange }: JudgementListProps) {
  if (items.length === 0) return null
  return (
    <section class="section">
      <h2 class="ds-heading" data-size="sm">
        {title}
      </h2>
      <ul class="rows judgements">
        {items.map((one) => (
          <li key={one.id} class="judgement">
            <p class="typed judgement__text">
              {one.endedOn !== undefined && <strong>{t(`strengths.${one.kind}`)}: </strong>}
              {one.text}
            </p>
            {one.goal !== undefined && (
              <p>
                <GoalBadge goal={one.goal} name={goalName(goals, one.goal)} size="small" />
              </p>
            )}
            <p class="meta">
              {[t('strengths.seen', { date: formatDate(one.judgedOn) }), one.source, one.by?.name].filter(Boolean).join(' · ')}
              {then && since(one, then) !== 'same' && (
                <>
                  {' '}
                  <Tag>{t(`strengths.since.${since(one, then) as 'new' | 'ended' | 'changed'}`)}</Tag>
                </>
              )}
            </p>
            {one.endedOn && <p class="meta typed">{t('strengths.endedSince', { date: formatDate(one.endedOn), reason: one.endReason })}</p>}
            {onChange && (
              <p class="actions no-print">
                <Button variant="tertiary" small aria-label={`${t('strengths.changeThis')}: ${one.text}`} onClick={() => onChange(one)}>
                  {t('strengths.changeThis')}
                </Button>
                <Wordings judgement={one} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
