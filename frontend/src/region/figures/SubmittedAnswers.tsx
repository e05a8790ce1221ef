import { setQuery } from '~/app/location'
import { Alert, Button, FigureStateTag, GoalBadge, Table } from '~/components'
import { goalName, useGoals } from '~/hooks'
import { formatList, formatTyped, formatValue, noFigure, t } from '~/i18n'
import { type Indicator, useAskedIndicators } from '~/status'
import { codesOf, readDocument, type SubmittedAnswer } from './submission'

/** The answers of a submission by goal; with a code only that one, with a way to the rest. */
export function SubmittedAnswers({ text, code }: { text: string; code: string | null }) {
  const document = readDocument(text)
  const indicators = useAskedIndicators(document?.round.id, codesOf(document)).data ?? []
  const names = useGoals().data
  const nameOf = (wanted: string) => indicators.find((one) => one.code === wanted)?.name ?? wanted
  if (!document) return null
  const answers = code ? document.answers.filter((answer) => answer.code === code) : document.answers
  // Below stand only the goals without a section of their own.
  const others = code ? [] : document.leftOut.filter((goal) => !answers.some((answer) => answer.goal === goal))
  const goals = [...new Set(answers.map(({ goal }) => goal))].sort((a, b) => a - b)
  return (
    <>
      {code && (
        <Alert>
          <p>{t('region.answers.filtered')}</p>
          <Button variant="secondary" small onClick={() => setQuery({ code: null })}>
            {t('region.answers.all')}
          </Button>
        </Alert>
      )}
      {goals.map((goal) => (
        <section key={goal} class="section aligned aligned--answers" aria-labelledby={`goal-${goal}`}>
          <h2 class="ds-heading" data-size="xs" id={`goal-${goal}`}>
            <GoalBadge goal={goal} name={goalName(names, goal)} />
          </h2>
          {document.leftOut.includes(goal) ? (
            <p>
              {t('status.goalLeftOut')} <span class="typed">{document.leftOutReasons[goal]}</span>
            </p>
          ) : (
            <Table
              caption={t('region.answers.caption', { goal })}
              hideCaption
              rows={answers.filter((answer) => answer.goal === goal)}
              rowKey={(answer) => answer.code}
              columns={[
                { key: 'name', head: t('region.answers.indicator'), rowHead: true, cell: (answer) => nameOf(answer.code) },
                { key: 'answer', head: t('region.answers.answer'), cell: (answer) => <Given answer={answer} indicator={indicators.find((one) => one.code === answer.code)} /> },
                { key: 'year', head: t('region.answers.year'), cell: ({ year }) => (year ? `${year}` : noFigure) },
                { key: 'origin', head: t('region.answers.origin'), cell: (answer) => origin(answer, indicators.find((one) => one.code === answer.code)) },
                { key: 'source', head: t('region.answers.source'), cell: ({ source, comment, reason, overrideReason, priorityReason, choiceReason }) => [choiceReason, reason, overrideReason, priorityReason, source, comment].filter(Boolean).join('. ') || noFigure },
              ]}
            />
          )}
          {!code &&
            document.notChosen
              .filter((out) => out.goal === goal)
              .map((out) => (
                <p key={out.code}>{t('rounds.notChosen', { name: nameOf(out.code), reason: out.reason })}</p>
              ))}
        </section>
      ))}
      {others.length > 0 && <p>{t('region.answers.leftOut', { goals: formatList(others.map(String)) })}</p>}
    </>
  )
}

const plain = { unit: '', decimals: 3 }
const choices = { yes: 'common.yes', partly: 'common.partly', no: 'common.no' } as const

function Given({ answer, indicator }: { answer: SubmittedAnswer; indicator: Indicator | undefined }) {
  if (answer.state !== 'value') return <FigureStateTag state={answer.state} />
  const value = answer.choice ? t(choices[answer.choice]) : formatTyped(answer.value, indicator ?? plain)
  const doubtful = answer.quality === 'personal_estimate' || answer.quality === 'untraceable'
  return (
    <>
      {value} {doubtful && <FigureStateTag state="uncertain" />}
    </>
  )
}

/** Where an answer came from: typed, confirmed from statistics, or corrected against them. */
function origin({ origin: from, state, statisticValue, value }: SubmittedAnswer, indicator: Indicator | undefined): string {
  if (state === 'not_answered' || !from) return noFigure
  if (from === 'statistics') return t('region.origin.statistics')
  if (statisticValue !== undefined && statisticValue !== value) return t('region.origin.corrected', { value: formatValue(statisticValue, indicator ?? plain) })
  return t('region.origin.typed')
}
