import type { components } from '~/api'
import { GoalBadge, Table } from '~/components'
import { goalName, useGoals } from '~/hooks'
import { t } from '~/i18n'

type OwnAnswer = components['schemas']['OwnAnswer']

/** What the questionnaire asked of its own, with the answers, by goal; 0 is what is asked for all goals together. */
export function OwnAnswers({ answers }: { answers: readonly OwnAnswer[] }) {
  const names = useGoals().data
  const goals = [...new Set(answers.map(({ goal }) => goal))].sort((a, b) => a - b)
  if (goals.length === 0) return null
  return (
    <section class="section aligned aligned--answers" aria-labelledby="own-title">
      <h2 class="ds-heading" data-size="xs" id="own-title">
        {t('papers.own.answers')}
      </h2>
      {goals.map((goal) => (
        <section key={goal} aria-labelledby={`own-${goal}`}>
          <h3 class="ds-heading" data-size="2xs" id={`own-${goal}`}>
            {goal === 0 ? t('municipality.goal.general') : <GoalBadge goal={goal} name={goalName(names, goal)} size="small" />}
          </h3>
          <Table
            caption={t('papers.own.answers')}
            hideCaption
            rows={answers.flatMap((answer, place) => (answer.goal === goal ? [{ ...answer, place }] : []))}
            rowKey={({ place }) => `${place}`}
            columns={[
              { key: 'label', head: t('papers.sheet.question'), rowHead: true, cell: ({ around, label }) => [around, label].filter(Boolean).join(': ') },
              { key: 'answer', head: t('region.answers.answer'), cell: ({ answer, answered }) => <span class={answered ? 'typed' : 'typed meta'}>{answer}</span> },
            ]}
          />
        </section>
      ))}
    </section>
  )
}
