import { formatTyped, formatValue, type PlainKey, t } from '~/i18n'
import { type Answer, type Choice, corrects, type Draft, type Figure, type Question } from './draft'

/** A figure from statistics or an earlier round, without its year: "7,4 %", "Ja", or why there is none. */
export function figureText(question: Question, figure: Figure): string {
  if (figure.state !== 'value' || figure.value === undefined) return t(`charts.state.${figure.state === 'value' ? 'no_data' : figure.state}`)
  return formatValue(figure.value, question)
}

export function choiceText(choice: Choice): string {
  const words: Record<Exclude<Choice, ''>, PlainKey> = { yes: 'common.yes', partly: 'common.partly', no: 'common.no' }
  return choice === '' ? '' : t(words[choice])
}

/** What was answered, in short: "7,4 %", "Delvis", "Vi har ikke tall". Works for a draft as for a saved answer. */
export function answerText(question: Question, answer: Pick<Answer | Draft, 'state' | 'choice'> & { value?: number | null | undefined }): string {
  if (answer.state !== 'value') return t(`municipality.answerState.${answer.state}`)
  if (question.type === 'yes_partly_no') return choiceText(answer.choice ?? '')
  return formatTyped(answer.value, question)
}

/** How it stands with a question, as its tag says. */
export type Standing = 'takenOver' | 'unchanged' | 'notAnswered' | 'unconfirmed' | 'unfinished' | 'confirmed' | 'corrected' | 'answered'

export function standingOf(question: Question, statistic: Figure | undefined, answer: Answer | undefined, unfinished = false): Standing {
  if (unfinished) return 'unfinished'
  if (!answer) return statistic?.state === 'value' ? 'unconfirmed' : 'notAnswered'
  if (answer.origin === 'taken_over') return 'takenOver'
  if (answer.origin === 'previous') return 'unchanged'
  if (answer.state !== 'value') return 'answered'
  const figure = answer.statisticValue === undefined ? statistic : { state: 'value' as const, value: answer.statisticValue, year: 0, source: '' }
  if (answer.overrideReason || corrects(question, figure, answer.value)) return 'corrected'
  return answer.origin === 'statistics' ? 'confirmed' : 'answered'
}
