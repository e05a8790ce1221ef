import { Page } from '~/app/Page'
import { t } from '~/i18n'
import { useChosenRegion, useMayRun } from '~/region/chosen'
import { InRegion } from '~/region/InRegion'
import { PaperDesk } from './PaperDesk'

/** The papers of a regional council, and what it and the municipalities decided. */
export default function RegionPapersPage() {
  const chosen = useChosenRegion()
  const mayMake = useMayRun()
  return (
    <Page title={t('councilPapers.title')} lead={t('councilPapers.regionLead')} wide>
      <InRegion chosen={chosen}>{(region) => <PaperDesk key={region} region={region} mayMake={mayMake} />}</InRegion>
    </Page>
  )
}
