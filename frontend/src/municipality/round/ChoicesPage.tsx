import { useState } from 'preact/hooks'
import { api, asProblem, call } from '~/api'
import { announce } from '~/app/announce'
import { setQuery, usePlace } from '~/app/location'
import { Page } from '~/app/Page'
import type { PageProps } from '~/app/routes'
import { Alert, Button, Loaded, Skeleton } from '~/components'
import { goalName, useGoals, useLoad } from '~/hooks'
import { t } from '~/i18n'
import { ChoiceDialog, type Wanted } from './ChoiceDialog'
import { ChoiceFilters } from './ChoiceFilters'
import { ChosenGoals } from './ChosenGoals'
import { type Choices, filterNames, fits, readFilter } from './chosen'
import { GoalChoices } from './GoalChoices'
import { pagesOf } from './response'
import '../municipality.css'
import './choices.css'

/** Where a municipality chooses the goals and indicators it answers, each with its reason. */
export default function ChoicesPage({ params }: PageProps) {
  const responseId = params['id'] ?? ''
  const load = useLoad((signal) => call(api.GET('/responses/{responseId}/choices', { params: { path: { responseId } }, signal })), [responseId])
  const response = load.data?.response
  return (
    <Page
      title={t('rounds.choose.title')}
      lead={t('rounds.choose.lead')}
      above={response && `${response.municipality.name}, ${response.round.name}`}
      back={{ to: pagesOf(responseId).list, label: t('municipality.goal.toList') }}
    >
      <Loaded load={load} skeleton={<Skeleton lines={12} />}>
        {(choices) => <Shown responseId={responseId} choices={choices} onChanged={load.set} reload={load.reload} />}
      </Loaded>
    </Page>
  )
}

function Shown({ responseId, choices, onChanged, reload }: { responseId: string; choices: Choices; onChanged: (choices: Choices) => void; reload: () => void }) {
  const { query } = usePlace()
  const filter = readFilter(query)
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const [stale, setStale] = useState(false)
  const shown = choices.items.filter((item) => fits(item, filter))
  const names = useGoals().data
  const goals = [...new Set(shown.map(({ goal }) => goal))].sort((a, b) => a - b)
  const filtered = filterNames.some((name) => filter[name] !== '')

  const choose = async ({ item, goal, chosen }: Wanted, reason: string) => {
    setStale(false)
    try {
      if (item) {
        const path = { responseId, code: item.question.code }
        const header = { 'If-Match': `"${choices.response.version}"` }
        onChanged(await call(api.PUT('/responses/{responseId}/choices/{code}', { params: { path, header }, body: { chosen, reason } })))
      } else if (goal) {
        await call(api.PUT('/responses/{responseId}/goals/{goal}/choice', { params: { path: { responseId, goal: goal.goal } }, body: { leftOut: !chosen, reason } }))
        reload()
      }
    } catch (thrown) {
      const problem = asProblem(thrown)
      if (problem.kind !== 'stale' || !problem.current) throw problem
      onChanged(problem.current as Choices)
      setStale(true)
      return
    }
    announce(t('rounds.choose.saved'))
  }
  return (
    <>
      {stale && (
        <Alert tone="warning" live>
          <p>{t('rounds.choose.stale')}</p>
        </Alert>
      )}
      <ChosenGoals goals={choices.goals} editable={choices.editable} onWanted={setWanted} />
      <section class="section choice-goals" aria-labelledby="indicators">
        <h2 class="ds-heading" data-size="sm" id="indicators">
          {t('rounds.choose.indicators')}
        </h2>
        <ChoiceFilters choices={choices} filter={filter} />
        <p role="status">{t('rounds.choose.hits', { n: shown.length, total: choices.items.length })}</p>
        {shown.length === 0 && (
          <>
            <p>{t('rounds.choose.noHits')}</p>
            <Button variant="secondary" onClick={() => setQuery(Object.fromEntries(filterNames.map((name) => [name, null])))}>
              {t('rounds.choose.clear')}
            </Button>
          </>
        )}
        {goals.map((goal) => (
          // What a filter finds is shown at once; an own key, so that it folds again without one.
          <GoalChoices
            key={`${goal} ${filtered}`}
            goal={goal}
            name={goalName(names, goal)}
            leftOut={choices.goals.some((one) => one.goal === goal && one.leftOut)}
            items={shown.filter((item) => item.goal === goal)}
            open={filtered}
            editable={choices.editable}
            onWanted={setWanted}
          />
        ))}
      </section>
      {wanted && <ChoiceDialog wanted={wanted} onChoose={choose} onClose={() => setWanted(null)} />}
    </>
  )
}
