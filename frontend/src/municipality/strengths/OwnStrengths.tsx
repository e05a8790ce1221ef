import { api, call } from '~/api'
import { Link } from '~/app/Link'
import { useLoad } from '~/hooks'
import { t } from '~/i18n'

/** What the municipality said of itself about a goal, or how much of it there is in all, with the way to the list. */
export function OwnStrengths({ goal }: { goal?: number }) {
  const load = useLoad((signal) => call(api.GET('/judgements', { signal })), [])
  const holding = (load.data?.items ?? []).filter((one) => !one.endedOn && (goal === undefined || one.goal === goal))
  const of = (kind: string) => holding.filter((one) => one.kind === kind).length
  return (
    <section class="section" aria-labelledby="own-strengths">
      <h2 class="ds-heading" data-size="sm" id="own-strengths">
        {t(goal === undefined ? 'strengths.title' : 'strengths.ofGoal')}
      </h2>
      {goal === undefined ? (
        load.data && <p>{holding.length === 0 ? t('strengths.none') : t('strengths.counts', { strengths: of('strength'), weaknesses: of('weakness') })}</p>
      ) : (
        <ul>
          {holding.map(({ id, kind, text }) => (
            <li key={id} class="typed">
              {t(`strengths.${kind}`)}: {text}
            </li>
          ))}
        </ul>
      )}
      <p class="no-print">
        <Link to={goal === undefined ? '/municipality/strengths' : `/municipality/strengths?goal=${goal}`}>{t(goal === undefined ? 'strengths.link' : 'strengths.linkGoal')}</Link>
      </p>
    </section>
  )
}
