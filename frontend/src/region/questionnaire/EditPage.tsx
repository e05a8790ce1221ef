import { useState } from 'preact/hooks'
import { api, call } from '~/api'
import { Page } from '~/app/Page'
import type { PageProps } from '~/app/routes'
import { Loaded } from '~/components'
import { useLoad } from '~/hooks'
import { t } from '~/i18n'
import { type Draft, EditQuestionnaire } from './EditQuestionnaire'

/** A questionnaire being made: its questions, a try, its editions. */
export default function EditPage({ params }: PageProps) {
  const questionnaireId = params['id'] ?? ''
  const [named, setNamed] = useState('')
  const load = useLoad(async (signal) => {
    const draft: Draft = await call(api.GET('/questionnaires/{questionnaireId}', { params: { path: { questionnaireId } }, signal }))
    const { items } = await call(api.GET('/indicators', { params: { query: { catalogue: draft.catalogueId } }, signal }))
    return { draft, indicators: items }
  }, [questionnaireId])
  return (
    <Page title={named || (load.data?.draft.name ?? t('questionnaires.title'))} back={{ to: '/region/questionnaires', label: t('questionnaires.back') }} wide>
      <Loaded load={load}>{({ draft, indicators }) => <EditQuestionnaire key={questionnaireId} draft={draft} indicators={indicators} onSaved={({ name }) => setNamed(name)} />}</Loaded>
    </Page>
  )
}
