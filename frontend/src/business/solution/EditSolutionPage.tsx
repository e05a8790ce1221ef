import { useState } from 'preact/hooks'
import { api, asProblem, callWithTag } from '~/api'
import { navigate, usePlace } from '~/app/location'
import { Page } from '~/app/Page'
import type { PageProps } from '~/app/routes'
import { Alert, Loaded, Skeleton } from '~/components'
import { useLoad } from '~/hooks'
import { localText, t } from '~/i18n'
import type { Solution } from '../useSolutions'
import { draftOf } from './draft'
import { SolutionForm } from './SolutionForm'
import '../business.css'
import './solution.css'

/** Changes a solution over the version that was read. */
export default function EditSolutionPage({ params }: PageProps) {
  const solutionId = params['id'] ?? ''
  const at = usePlace().query.get('at')
  const load = useLoad((signal) => callWithTag(api.GET('/solutions/{solutionId}', { params: { path: { solutionId } }, signal })), [solutionId])
  const [theirs, setTheirs] = useState<Solution | null>(null)
  const address = `/business/solutions/${solutionId}`

  return (
    <Page
      title={t('business.edit.title')}
      back={{ to: address, label: (load.data && localText(load.data.data.title).text) || t('business.solutions.untitled') }}
    >
      <Loaded load={load} skeleton={<Skeleton lines={10} />}>
        {({ data: solution, etag }) => (
          <>
            {solution.state === 'published' && <Warning text={t('business.solution.editPublished')} />}
            {solution.state === 'submitted' && <Warning text={t('business.solution.editSubmitted')} />}
            <SolutionForm
              key={solution.version}
              start={draftOf(solution)}
              at={at}
              button={t('business.edit.saveAgain')}
              stale={
                theirs
                  ? {
                      theirs,
                      onTheirs: () => {
                        load.set({ data: theirs, etag: `"${theirs.version}"` })
                        setTheirs(null)
                      },
                    }
                  : undefined
              }
              save={async (body, _, over) => {
                const header = { 'If-Match': over ? `"${over.version}"` : (etag ?? `"${solution.version}"`) }
                try {
                  await callWithTag(api.PUT('/solutions/{solutionId}', { body, params: { path: { solutionId }, header } }), { quiet: true })
                } catch (thrown) {
                  const problem = asProblem(thrown)
                  if (problem.kind === 'stale' && problem.current) setTheirs(problem.current as Solution)
                  throw problem
                }
                navigate(`${address}?saved=1`, { replace: true })
              }}
            />
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Warning({ text }: { text: string }) {
  return (
    <div class="solution-warning">
      <Alert tone="warning">
        <p>{text}</p>
      </Alert>
    </div>
  )
}
