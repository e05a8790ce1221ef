import type { components } from '~/api'
import { Link } from '~/app/Link'
import { useSession } from '~/app/session'
import { t } from '~/i18n'
import { pagesOf } from '../round/response'
import type { Answer, Question } from './draft'
import { answerText } from './words'

export interface GivenAnswerProps {
  responseId: string
  question: Question
  giver: components['schemas']['Giver']
  /** The answer that it gives now. */
  answer: Answer | undefined
}

/** An answer that one of the questionnaire's own questions gives: what it is, and the way there for who may go there. */
export function GivenAnswer({ responseId, question, giver: { name, goal, label }, answer }: GivenAnswerProps) {
  const session = useSession()
  const opened = session.state === 'signedIn' ? session.data.section : undefined
  const text = t('municipality.given.by', { question: label })
  return (
    <p>
      {answer ? t('municipality.given.answer', { answer: answerText(question, answer) }) : t('municipality.given.none')}{' '}
      {opened && opened.goal !== goal ? text : <Link to={`${pagesOf(responseId).goal(goal)}?question=${encodeURIComponent(name)}`}>{text}</Link>}
    </p>
  )
}
