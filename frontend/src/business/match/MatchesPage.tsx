import { useEffect } from 'preact/hooks'
import { api, call } from '~/api'
import { announce } from '~/app/announce'
import { Link } from '~/app/Link'
import { setQuery, usePlace } from '~/app/location'
import { Page } from '~/app/Page'
import { EmptyState, Loaded, Select, Skeleton } from '~/components'
import { useLoad } from '~/hooks'
import { localText, t } from '~/i18n'
import { useSolutions } from '../useSolutions'
import { MatchList } from './MatchList'
import { Mend } from './Mend'
import '../business.css'

/** Open needs ranked for the business's solutions, with reasons. */
export default function MatchesPage() {
  const wanted = usePlace().query.get('solution') ?? ''
  const solutions = useSolutions()
  // A filter that names no solution of ours (an old link) is no filter.
  const solution = solutions.data?.some(({ id }) => id === wanted) ? wanted : ''
  const ready = solutions.data !== undefined
  const matches = useLoad(
    async (signal) => (ready ? (await call(api.GET('/matches', { params: { query: solution ? { solution } : {} }, signal }))).items : undefined),
    [solution, ready],
  )
  const hits = matches.data && !matches.loading ? t('business.matches.hits', { n: matches.data.length }) : ''
  useEffect(() => {
    if (hits) announce(hits)
  }, [hits])

  return (
    <Page title={t('business.matches.title')} lead={t('business.matches.lead')} wide>
      <Loaded load={solutions} skeleton={<Skeleton lines={8} />} isEmpty={(all) => all.length === 0} empty={<NoSolutions />}>
        {(all) => (
          <div class="business-columns">
            <div>
              {all.length > 1 && (
                <Select
                  id="solution"
                  label={t('business.matches.solution')}
                  empty={t('business.matches.solutionAll')}
                  options={all.map(({ id, title }) => ({ value: id, label: localText(title).text || t('business.solutions.untitled') }))}
                  value={solution}
                  onChange={(next: string) => setQuery({ solution: next })}
                />
              )}
              <Loaded load={matches} skeleton={<Skeleton lines={8} />} isEmpty={(items) => items?.length === 0} empty={<NoMatches />}>
                {(items) =>
                  items && (
                    <>
                      <p class="match-hits">{t('business.matches.hits', { n: items.length })}</p>
                      <MatchList matches={items} named={!solution && all.length > 1} onDismissed={matches.reload} />
                      <p class="match-method">
                        <Link to="/method">{t('business.matches.method')}</Link>
                      </p>
                    </>
                  )
                }
              </Loaded>
            </div>
            <Mend solutions={solution ? all.filter(({ id }) => id === solution) : all} />
          </div>
        )}
      </Loaded>
    </Page>
  )
}

function NoSolutions() {
  return (
    <EmptyState title={t('business.matches.noSolutions')}>
      <p>{t('business.matches.noSolutionsHelp')}</p>
      <p class="actions">
        <Link to="/business/solutions/new" look="primary">
          {t('business.solutions.new')}
        </Link>
        <Link to="/needs">{t('business.matches.allNeeds')}</Link>
      </p>
    </EmptyState>
  )
}

function NoMatches() {
  return (
    <EmptyState title={t('business.matches.none')}>
      <p>{t('business.matches.noneHelp')}</p>
      <p>
        <Link to="/needs">{t('business.matches.allNeeds')}</Link>
      </p>
    </EmptyState>
  )
}
