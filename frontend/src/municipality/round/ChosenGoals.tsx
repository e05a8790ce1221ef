import { Button, Details, GoalBadge } from '~/components'
import { t } from '~/i18n'
import type { Wanted } from './ChoiceDialog'
import type { Choices } from './chosen'

/** The goals of the round: those that are left out with their reason, and the way to change that. */
export function ChosenGoals({ goals, editable, onWanted }: { goals: Choices['goals']; editable: boolean; onWanted: (wanted: Wanted) => void }) {
  const out = goals.filter(({ leftOut }) => leftOut)
  return (
    <section class="section" aria-label={t('rounds.choose.goals')}>
      <Details summary={`${t('rounds.choose.goals')}: ${t('region.of', { n: goals.length - out.length, total: goals.length })}`} open={out.length > 0}>
        <ul class="rows choices">
          {goals.map((goal) => (
            <li key={goal.goal} class="choice">
              <GoalBadge goal={goal.goal} size="small" />
              <div class="choice__text">
                {goal.name}
                {goal.leftOut && <p class="meta">{t('rounds.choose.goalOut')}</p>}
                {goal.reason && <p class="typed">{goal.reason}</p>}
              </div>
              {editable && (
                <Button variant="secondary" onClick={() => onWanted({ goal, chosen: goal.leftOut })}>
                  {t(goal.leftOut ? 'rounds.choose.takeBack' : 'rounds.choose.leaveOut')}
                  <span class="ds-sr-only"> – {t('municipality.goal.plain', { n: goal.goal })}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Details>
    </section>
  )
}
