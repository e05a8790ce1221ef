import './goal.css'

export interface GoalBadgeProps {
  /** 1 to 17; 0 for all goals together, which has no colour of its own. */
  goal: number
  /** Name of the goal in the language of the page (useGoals has it). Without it only the square is shown, and label says what it is. */
  name?: string
  /** What a screen reader gets when no name stands beside the square. */
  label?: string
  size?: 'small' | 'medium' | 'large'
}

/** A goal: a square with its number in the United Nations' colour, beside its name. */
export function GoalBadge({ goal, name, label, size = 'medium' }: GoalBadgeProps) {
  const square = (
    <span class={`goal__square goal--${goal} goal__square--${size}`} {...(name ? { 'aria-hidden': 'true' } : label ? { role: 'img', 'aria-label': label } : {})}>
      {goal || '•'}
    </span>
  )
  if (!name) return square
  return (
    <span class="goal">
      {square}
      <span class="goal__name">
        {goal > 0 && <span class="ds-sr-only">{goal} </span>}
        {name}
      </span>
    </span>
  )
}
