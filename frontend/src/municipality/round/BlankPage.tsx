import { api, call } from '~/api'
import { Page } from '~/app/Page'
import type { PageProps } from '~/app/routes'
import { Button, Loaded } from '~/components'
import { useLoad } from '~/hooks'
import { t } from '~/i18n'
import type { Question } from '../answer/draft'
import { figureText } from '../answer/words'
import { pagesOf } from './response'
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
        {({ goals }) => (
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
                    {t('municipality.goal.title', { n: goal, name })}
                  </h2>
                  {questions.map(({ question, statistic, lastRound }) => (
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
  const tick = (words: readonly string[]) => words.map((word) => <span key={word} class="blank__tick">☐ {word}</span>)
  return (
    <dl class="blank__boxes">
      {question.type === 'parts' ? (
        question.parts.map(({ key, type, label }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{type === 'yes_no' && tick([t('common.yes'), t('common.no')])}</dd>
          </div>
        ))
      ) : (
        <div>
          <dt>
            {t('papers.blank.answer')} {question.unit && `(${question.unit})`}
          </dt>
          <dd>{question.type === 'yes_partly_no' && tick([t('common.yes'), t('common.partly'), t('common.no')])}</dd>
        </div>
      )}
      <div>
        <dt>{t('papers.blank.reason')}</dt>
        <dd />
      </div>
      <div>
        <dt>{t('papers.blank.source')}</dt>
        <dd />
      </div>
    </dl>
  )
}
