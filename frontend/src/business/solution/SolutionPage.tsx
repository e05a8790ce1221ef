import { api, call } from '~/api'
import { Link } from '~/app/Link'
import { usePlace } from '~/app/location'
import { Page } from '~/app/Page'
import type { PageProps } from '~/app/routes'
import { Alert, Loaded, Skeleton, StateTag } from '~/components'
import { useLoad } from '~/hooks'
import { localText, t } from '~/i18n'
import { langOf } from '~/needs/Written'
import { MatchList } from '../match/MatchList'
import { Mend } from '../match/Mend'
import { SolutionNext } from './SolutionNext'
import { SolutionView } from './SolutionView'
import '../business.css'
import './solution.css'

/** One's own solution: where it is on its way, what to do next, how a municipality sees it, and the needs it fits. */
export default function SolutionPage({ params }: PageProps) {
  const solutionId = params['id'] ?? ''
  const saved = usePlace().query.has('saved')
  const load = useLoad((signal) => call(api.GET('/solutions/{solutionId}', { params: { path: { solutionId } }, signal })), [solutionId])
  const title = load.data && localText(load.data.title)
  return (
    <Page
      title={title?.text || t('business.solutions.untitled')}
      titleLanguage={title?.text ? langOf(title.language).lang : undefined}
      above={load.data && <StateTag of="solution" state={load.data.state} />}
      back={{ to: '/business/solutions', label: t('business.solution.back') }}
      wide
    >
      <Loaded load={load} skeleton={<Skeleton lines={10} />}>
        {(solution) => (
          <>
            {saved && solution.state !== 'submitted' && (
              <div class="solution-warning">
                <Alert tone="success" live>
                  <p>{t('business.edit.saved')}</p>
                </Alert>
              </div>
            )}
            <div class="business-columns">
              <div>
                <SolutionNext solution={solution} onChanged={load.set} />
                <section class="section" aria-labelledby="preview">
                  <div class="solution-head">
                    <h2 class="ds-heading" data-size="sm" id="preview">
                      {t('business.solution.preview')}
                    </h2>
                    {solution.actions.includes('edit') && <Link to={`/business/solutions/${solution.id}/edit`}>{t('business.solution.edit')}</Link>}
                  </div>
                  <SolutionView solution={solution} />
                </section>
                <Fits solutionId={solutionId} version={solution.version} />
              </div>
              <Mend solutions={[solution]} />
            </div>
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Fits({ solutionId, version }: { solutionId: string; version: number }) {
  const load = useLoad(async (signal) => (await call(api.GET('/matches', { params: { query: { solution: solutionId } }, signal }))).items, [solutionId, version])
  return (
    <section class="section" aria-labelledby="fits">
      <h2 class="ds-heading" data-size="sm" id="fits">
        {t('business.solution.fits')}
      </h2>
      <Loaded
        load={load}
        isEmpty={(items) => items.length === 0}
        empty={
          <div class="empty">
            <p class="empty__title">{t('business.solution.fitsNone')}</p>
            <p>{t('business.matches.noneHelp')}</p>
          </div>
        }
      >
        {(items) => <MatchList matches={items} named={false} level={3} onDismissed={load.reload} />}
      </Loaded>
    </section>
  )
}
