import { CheckboxGroup, GoalBadge, Skeleton } from '~/components'
import { useGoals } from '~/hooks'
import { t } from '~/i18n'
import type { PartProps } from './SolutionTexts'

/** Goals, and under each chosen one its targets. */
export function SolutionGoals({ draft, change, error }: PartProps) {
  const goals = useGoals().data
  if (!goals) return <Skeleton lines={6} />
  return (
    <>
      <div class="solution-goals">
        <CheckboxGroup
          id="goals"
          label={t('business.edit.goals')}
          help={t('business.edit.goalsHelp')}
          error={error('goals')}
          options={goals.map(({ number, name }) => ({ value: String(number), label: <GoalBadge goal={number} name={name} size="small" /> }))}
          value={draft.goals.map(String)}
          onChange={(chosen) => change({ goals: chosen.map(Number).sort((a, b) => a - b) })}
        />
      </div>
      <div id="targets" class="solution-targets" tabIndex={-1}>
        {goals
          .filter(({ number, targets }) => draft.goals.includes(number) && targets.length > 0)
          .map(({ number, targets }) => {
            const codes = targets.map(({ code }) => code)
            return (
              <CheckboxGroup
                key={number}
                id={`targets-${number}`}
                label={t('business.edit.targets', { goal: number })}
                optional
                options={targets.map(({ code, label }) => ({ value: code, label: `${code} ${label}` }))}
                value={draft.targets.filter((target) => codes.includes(target))}
                onChange={(chosen) => change({ targets: [...draft.targets.filter((target) => !codes.includes(target)), ...chosen] })}
              />
            )
          })}
      </div>
    </>
  )
}
