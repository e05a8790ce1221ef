import { api, call } from '~/api'
import { navigate } from '~/app/location'
import { Page } from '~/app/Page'
import { t } from '~/i18n'
import { emptyDraft } from './draft'
import { SolutionForm } from './SolutionForm'
import '../business.css'
import './solution.css'

const start = emptyDraft()

/** The first description of a solution; saving makes a draft. */
export default function NewSolutionPage() {
  return (
    <Page title={t('business.new.title')} lead={t('business.new.lead')} back={{ to: '/business/solutions', label: t('business.solution.back') }}>
      <SolutionForm
        start={start}
        button={t('business.edit.save')}
        save={async (body, key) => {
          const solution = await call(api.POST('/solutions', { body, params: { header: { 'Idempotency-Key': key } } }), { quiet: true })
          navigate(`/business/solutions/${solution.id}?saved=1`, { replace: true })
        }}
      />
    </Page>
  )
}
