import { Page } from '~/app/Page'
import { t } from '~/i18n'
import { Doors } from './Doors'
import { Loop } from './Loop'
import { OpenNeeds } from './OpenNeeds'
import { Rounds } from './Rounds'
import './home.css'

export default function HomePage() {
  return (
    <Page title={t('home.title')} lead={t('home.lead')} wide>
      <Doors />
      <section class="section" aria-labelledby="now">
        <h2 class="ds-heading" data-size="md" id="now">
          {t('home.now')}
        </h2>
        <div class="home-now">
          <OpenNeeds />
          <Rounds />
        </div>
      </section>
      <Loop />
    </Page>
  )
}
