import { useState } from 'preact/hooks'
import { api, call, type components } from '~/api'
import { Page } from '~/app/Page'
import type { PageProps } from '~/app/routes'
import { Loaded, Skeleton, StateTag } from '~/components'
import { useLoad } from '~/hooks'
import { localText, t } from '~/i18n'
import { LanguageMark, Written } from '~/needs/Written'
import { Said } from '../Said'
import { SolutionDecision } from './SolutionDecision'
import { SolutionFacts } from './SolutionFacts'

type Solution = components['schemas']['Solution']

export default function SolutionPage({ params }: PageProps) {
  const solutionId = params['id'] ?? ''
  const [said, setSaid] = useState('')
  const load = useLoad((signal) => call(api.GET('/solutions/{solutionId}', { params: { path: { solutionId } }, signal })), [solutionId])
  const solution = load.data
  return (
    <Page
      title={solution ? localText(solution.title).text || t('region.solution.untitled') : t('region.solutions.title')}
      above={solution && t('region.solution.by', { business: solution.business.name })}
      back={{ to: '/region/solutions', label: t('region.solution.all') }}
    >
      <Loaded load={load} skeleton={<Skeleton lines={10} />}>
        {(shown) => (
          <>
            <Said text={said} />
            <p>
              <StateTag of="solution" state={shown.state} />
            </p>
            {shown.returnReason && <p>{t('region.solution.returned', { reason: shown.returnReason })}</p>}
            <Text name={t('region.solution.summary')} text={shown.summary} id="summary" />
            <Text name={t('region.solution.description')} text={shown.description} id="description" />
            <SolutionFacts solution={shown} />
            <SolutionDecision
              solution={shown}
              onDone={(next, text) => {
                load.set(next)
                setSaid(text)
              }}
            />
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Text({ id, name, text }: { id: string; name: string; text: Solution['summary'] }) {
  const shown = localText(text)
  return (
    <section class="section prose" aria-labelledby={id}>
      <h2 class="ds-heading" data-size="sm" id={id}>
        {name}
      </h2>
      {shown.text ? (
        <>
          <LanguageMark language={shown.language} />
          <Written text={shown.text} language={shown.language} />
        </>
      ) : (
        <p class="meta">{t('region.solution.none')}</p>
      )}
    </section>
  )
}
