import type { components } from '~/api'
import { Link } from '~/app/Link'
import { Answers, GoalBadge } from '~/components'
import { t } from '~/i18n'
import { AnswerShown } from '../answer/AnswerShown'
import { WithComments } from '../answer/Comments'
import { labelIn, OwnShown } from '../own/OwnShown'
import type { OwnQuestions } from '../own/useEntries'
import { pagesOf } from './response'

type ResponseGoal = components['schemas']['ResponseGoal']

/** All answers of a response, by goal; each with a link that changes it, where it may be changed. */
export function AllAnswers({ responseId, goals, own, change }: { responseId: string; goals: readonly ResponseGoal[]; own?: OwnQuestions | undefined; change: boolean }) {
  const { goal: goalPage } = pagesOf(responseId)
  return (
    <WithComments responseId={responseId} wanted={!change}>
      {goals.map(({ goal, name, leftOut, questions, notChosen = [] }) => (
        <section key={goal} class="section" aria-labelledby={`goal-${goal}`}>
          <h2 class="ds-heading" data-size="xs" id={`goal-${goal}`}>
            <GoalBadge goal={goal} name={name} size="small" />
          </h2>
          {leftOut ? (
            <p>{t('municipality.goal.leftOut')}</p>
          ) : (
            <Answers>
              {questions.map((asked) => (
                <AnswerShown
                  key={asked.question.code}
                  asked={asked}
                  responseId={responseId}
                  history={!change}
                  action={
                    change && (
                      <Link to={`${goalPage(goal)}?question=${encodeURIComponent(asked.question.code)}&from=check`}>
                        {t('common.change')}
                        <span class="ds-sr-only"> {asked.question.name}</span>
                      </Link>
                    )
                  }
                />
              ))}
            </Answers>
          )}
          {!leftOut &&
            notChosen.map((out) => (
              <p key={out.code}>{t('rounds.notChosen', { name: out.name, reason: out.reason })}</p>
            ))}
          {!leftOut && own && (
            <OwnShown
              responseId={responseId}
              own={own}
              goal={goal}
              history={!change}
              action={(item) =>
                change && (
                  <Link to={`${goalPage(goal)}?question=${encodeURIComponent(item.name)}&from=check`}>
                    {t('common.change')}
                    <span class="ds-sr-only"> {labelIn(own, item)}</span>
                  </Link>
                )
              }
            />
          )}
        </section>
      ))}
    </WithComments>
  )
}
