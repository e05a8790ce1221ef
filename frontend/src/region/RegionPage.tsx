import { Page } from '~/app/Page'
import { t } from '~/i18n'
import { useChosenRegion } from './chosen'
import { InRegion } from './InRegion'
import { Overview } from './Overview'

/** In five seconds: who has answered, which goals stand worst, what waits for a decision. */
export default function RegionPage() {
  const chosen = useChosenRegion()
  return (
    <Page title={t('region.front.title')} wide>
      <InRegion chosen={chosen}>{(region) => <Overview key={region} region={region} chosen={chosen} />}</InRegion>
    </Page>
  )
}
