import { api, call, type components } from '~/api'
import { Link } from '~/app/Link'
import { GoalBadge, Loaded, Skeleton } from '~/components'
import { goalName, useGoals, useLoad } from '~/hooks'
import { formatList, t } from '~/i18n'
import { formatScore, regionPlaces, type Round, useIndicators } from '~/status'

type GoalMean = components['schemas']['GoalMean']

/** The goals with the lowest mean, worst first; goals without one are left out. */
export function worstGoals(goals: readonly GoalMean[], most = 3): (GoalMean & { mean: number })[] {
  return goals
    .filter((goal): goal is GoalMean & { mean: number } => goal.mean !== undefined)
    .sort((a, b) => a.mean - b.mean)
    .slice(0, most)
}

export function WorstGoals({ region, round }: { region: string; round: Round }) {
  const begun = round.state !== 'draft' && round.state !== 'scheduled'
  const query = begun ? { round: round.id } : {}
  const names = useGoals().data
  const indicators = useIndicators(round.catalogueId).data
  const load = useLoad((signal) => call(api.GET('/status/regions/{regionId}', { params: { path: { regionId: region }, query }, signal })), [region, query.round])
  return (
    <section aria-labelledby="worst">
      <h2 class="ds-heading" data-size="sm" id="worst">
        {t('region.front.worst')}
      </h2>
      <Loaded load={load} skeleton={<Skeleton lines={6} />} isEmpty={({ goals }) => worstGoals(goals).length === 0} empty={<p>{t('region.front.noScores')}</p>}>
        {({ goals }) => (
          <ol class="rows front__goals">
            {worstGoals(goals).map(({ goal, mean, municipalities, worst }) => {
              const by = worst.flatMap((code) => indicators?.find((one) => one.code === code)?.name ?? [])
              return (
                <li key={goal}>
                  <GoalBadge goal={goal} name={goalName(names, goal)} />
                  <p>
                    {t('region.front.worstGoal', { score: formatScore(mean), n: municipalities })}
                    {by.length > 0 && <span class="meta front__by">{t('region.front.worstBy', { names: formatList(by) })}</span>}
                  </p>
                </li>
              )
            })}
          </ol>
        )}
      </Loaded>
      <p>
        <Link to={regionPlaces.region(region, query)}>{t('region.front.toStatus')}</Link>
      </p>
    </section>
  )
}
