import { api, call } from '~/api'
import { Page } from '~/app/Page'
import type { PageProps } from '~/app/routes'
import { Button, Loaded } from '~/components'
import { useLoad } from '~/hooks'
import { t } from '~/i18n'
import type { Question } from '../answer/draft'
import { figureText } from '../answer/words'
import { BlankLine } from './BlankLine'
import { OwnBlank } from './OwnBlank'
import { pagesOf, sectionText } from './response'
import '../municipality.css'
import './blank.css'

/** All questions of a response with room to write, for paper. */
export default function BlankPage({ params }: PageProps) {
  const responseId = params['id'] ?? ''
  const load = useLoad((signal) => call(api.GET('/responses/{responseId}/check', { params: { path: { responseId } }, signal })), [responseId])
  const response = load.data?.detail.response
  return (
    <Page title={t('papers.blank.title')} above={response && `${response.municipality.name}, ${response.round.name}`} back={{ to: pagesOf(responseId).files, label: t('papers.files.title') }}>
      <Loaded load={load}>
        {({ goals, own }) => (
          <div class="blank">
            <p class="blank__print">
              <Button variant="secondary" onClick={() => print()}>
                {t('papers.blank.print')}
              </Button>
            </p>
            {goals
              .filter(({ leftOut }) => !leftOut)
              .map(({ goal, name, questions }) => (
                <section key={goal} aria-labelledby={`blank-${goal}`}>
                  <h2 class="ds-heading" data-size="sm" id={`blank-${goal}`}>
                    {goal > 0 ? t('municipality.goal.title', { n: goal, name }) : sectionText(goal)}
                  </h2>
                  {questions.filter(({ givenBy }) => !givenBy).map(({ question, statistic, lastRound }) => (
                    <article key={question.code} class="blank__question">
                      <h3 class="ds-heading" data-size="2xs">
                        {question.name} <span class="meta">({question.code})</span>
                      </h3>
                      <p>{question.question}</p>
                      {statistic?.state === 'value' && (
                        <p class="meta">
                          {t('municipality.statistic.title')}: {figureText(question, statistic)} ({statistic.year})
                        </p>
                      )}
                      {lastRound && <p class="meta">{t('municipality.lastRound', { figure: figureText(question, lastRound), year: String(lastRound.year) })}</p>}
                      <Boxes question={question} />
                    </article>
                  ))}
                  {own && <OwnBlank form={own.form} goal={goal} />}
                </section>
              ))}
          </div>
        )}
      </Loaded>
    </Page>
  )
}

/** Room to write what the question asks for. */
function Boxes({ question }: { question: Question }) {
  return (
    <dl class="blank__boxes">
      {question.type === 'parts' ? (
        question.parts.map(({ key, type, label }) => <BlankLine key={key} name={label} ticks={type === 'yes_no' ? [t('common.yes'), t('common.no')] : []} />)
      ) : (
        <BlankLine name={`${t('papers.blank.answer')} ${question.unit && `(${question.unit})`}`} ticks={question.type === 'yes_partly_no' ? [t('common.yes'), t('common.partly'), t('common.no')] : []} />
      )}
      <BlankLine name={t('papers.blank.reason')} />
      <BlankLine name={t('papers.blank.source')} />
    </dl>
  )
}
