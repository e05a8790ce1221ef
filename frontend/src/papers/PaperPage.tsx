import { useState } from 'preact/hooks'
import { api, asProblem, call, type Problem } from '~/api'
import { announce } from '~/app/announce'
import { navigate } from '~/app/location'
import { Page } from '~/app/Page'
import type { PageProps } from '~/app/routes'
import { rolesOf, useSession } from '~/app/session'
import { Alert, Button, FailedState, Loaded, PdfButton, Skeleton } from '~/components'
import { useLoad } from '~/hooks'
import { formatDate, t } from '~/i18n'
import { stateOf } from './PaperDesk'
import { PaperForm } from './PaperForm'
import { PaperRead } from './PaperRead'
import type { Paper } from './types'

/** A paper to read and carry off, and for whose it is to write. */
export default function PaperPage({ params }: PageProps) {
  const id = params['id'] ?? ''
  const roles = rolesOf(useSession())
  const load = useLoad((signal) => call(api.GET('/papers/{paperId}', { params: { path: { paperId: id } }, signal })), [id])
  const area = roles.some((role) => role === 'coordinator' || role === 'council_member' || role === 'admin') ? '/region/papers' : '/municipality/papers'
  const back = roles.length > 0 ? { to: area, label: t('councilPapers.title') } : { to: '/status', label: t('councilPapers.toStatus') }
  return (
    <Page title={load.data?.info.title ?? t('councilPapers.paper')} titleLanguage={load.data?.info.language} back={back} wide>
      <Loaded load={load} skeleton={<Skeleton lines={20} />}>
        {(paper) => <OnePaper key={paper.info.id + String(paper.info.version)} paper={paper} onChanged={load.reload} />}
      </Loaded>
    </Page>
  )
}

function OnePaper({ paper, onChanged }: { paper: Paper; onChanged: () => void }) {
  const { info } = paper
  const [writing, setWriting] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const path = { paperId: info.id }
  const step = async (act: () => Promise<void>) => {
    setBusy(true)
    setProblem(null)
    try {
      await act()
    } catch (thrown) {
      setProblem(asProblem(thrown))
    }
    setBusy(false)
  }
  const move = (to: 'finished' | 'published') =>
    step(async () => {
      await call(api.POST('/papers/{paperId}/state', { body: { to }, params: { path, header: { 'If-Match': `"${info.version}"` } } }))
      announce(t(to === 'finished' ? 'councilPapers.isFinished' : 'councilPapers.isPublished'))
      onChanged()
    })
  const renew = () =>
    step(async () => {
      const { info: next } = await call(api.POST('/papers/{paperId}/editions', { params: { path, header: {} } }))
      navigate(`/papers/${next.id}`)
    })
  const remove = () =>
    step(async () => {
      if (!confirm(t('councilPapers.removeAsk'))) return
      await call(api.DELETE('/papers/{paperId}', { params: { path } }))
      navigate(info.municipalityId ? '/municipality/papers' : '/region/papers')
    })
  if (writing) return <PaperForm paper={paper} onClose={() => setWriting(false)} onSaved={onChanged} />
  const file = (format: string) => `/api/v1/papers/${info.id}/file?format=${format}`
  const draft = info.state === 'draft'
  return (
    <>
      <div class="paper__tools">
        <p>
          {stateOf(info)}. {t('councilPapers.edition')} {info.edition}. {t(`councilPapers.forHelp.${info.audience}`)}
        </p>
        {problem && <FailedState problem={problem} />}
        <div class="actions">
          {info.mayWrite && draft && <Button onClick={() => setWriting(true)}>{t('councilPapers.write')}</Button>}
          {info.mayWrite && draft && (
            <Button variant="secondary" busy={busy} onClick={() => void move('finished')}>
              {t('councilPapers.finish')}
            </Button>
          )}
          {info.mayWrite && !draft && info.audience === 'public' && !info.publishedAt && (
            <Button busy={busy} onClick={() => void move('published')}>
              {t('councilPapers.publish')}
            </Button>
          )}
          {info.mayWrite && !draft && (
            <Button variant="secondary" busy={busy} onClick={() => void renew()}>
              {t('councilPapers.renew')}
            </Button>
          )}
          {info.mayWrite && draft && (
            <Button variant="tertiary" busy={busy} onClick={() => void remove()}>
              {t('councilPapers.remove')}
            </Button>
          )}
        </div>
        <div class="actions">
          <a class="ds-button" data-variant="secondary" href={file('docx')} download>
            {t('councilPapers.docx')}
          </a>
          <a class="ds-button" data-variant="secondary" href={file('html')} download>
            {t('papers.format.html')}
          </a>
          <PdfButton variant="secondary" name={info.title} fetchFile={() => call(api.GET('/papers/{paperId}/file', { params: { path, query: { format: 'pdf' } }, parseAs: 'blob' }))}>
            {t('papers.format.pdf')}
          </PdfButton>
        </div>
      </div>
      {info.newerResults && (
        <Alert tone="warning">{t('editions.newer', { n: info.newerResults.edition, date: formatDate(info.newerResults.madeAt) })}</Alert>
      )}
      <PaperRead paper={paper} />
    </>
  )
}
