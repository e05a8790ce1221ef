import { Page } from '~/app/Page'
import { useSession } from '~/app/session'
import { EmptyState, PageSkeleton } from '~/components'
import { t } from '~/i18n'
import { PaperDesk } from './PaperDesk'

/** The papers of a municipality, and what it decided. */
export default function MunicipalityPapersPage() {
  const session = useSession()
  if (session.state !== 'signedIn') return <PageSkeleton />
  const { organisation } = session.data
  return (
    <Page title={t('councilPapers.title')} lead={t('councilPapers.municipalityLead')} wide>
      {organisation?.regionId ? <PaperDesk region={organisation.regionId} municipality={organisation.id} mayMake /> : <EmptyState title={t('account.me.noOrganisation')} />}
    </Page>
  )
}
