import type { components } from '~/api'
import { Answers, GoalBadge } from '~/components'
import { goalName, useGoals } from '~/hooks'
import { t } from '~/i18n'

type OwnAnswer = components['schemas']['OwnAnswer']

/** What the questionnaire asked of its own, with the answers, by goal; 0 is what is asked for all goals together. */
export function OwnAnswers({ answers }: { answers: readonly OwnAnswer[] }) {
  const names = useGoals().data
  const goals = [...new Set(answers.map(({ goal }) => goal))].sort((a, b) => a - b)
  if (goals.length === 0) return null
  return (
    <section class="section" aria-labelledby="own-title">
      <h2 class="ds-heading" data-size="xs" id="own-title">
        {t('papers.own.answers')}
      </h2>
      {goals.map((goal) => (
        <section key={goal} aria-labelledby={`own-${goal}`}>
          <h3 class="ds-heading" data-size="2xs" id={`own-${goal}`}>
            {goal === 0 ? t('municipality.goal.general') : <GoalBadge goal={goal} name={goalName(names, goal)} size="small" />}
          </h3>
          <Answers>
            {answers.map(
              (answer, place) =>
                answer.goal === goal && (
                  <div key={place} class="answer">
                    <dt class="answer__name">
                      {answer.around && <div class="meta">{answer.around}</div>}
                      {answer.label}
                    </dt>
                    <dd class="answer__value">
                      <span class={answer.answered ? 'typed' : 'typed meta'}>{answer.answer}</span>
                    </dd>
                  </div>
                ),
            )}
          </Answers>
        </section>
      ))}
    </section>
  )
}
