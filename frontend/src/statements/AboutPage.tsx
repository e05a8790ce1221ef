import { Page } from '~/app/Page'
import { t } from '~/i18n'
import { Contacts } from './Contacts'

const steps = ['how1', 'how2', 'how3', 'how4', 'how5', 'how6'] as const
const nots = ['not1', 'not2', 'not3'] as const

export default function AboutPage() {
  return (
    <Page title={t('statements.about.title')} lead={t('statements.about.lead')}>
      <div class="prose">
        <h2 class="ds-heading" data-size="sm">
          {t('statements.about.howTitle')}
        </h2>
        <ol>
          {steps.map((step) => (
            <li key={step}>{t(`statements.about.${step}`)}</li>
          ))}
        </ol>
        <h2 class="ds-heading" data-size="sm">
          {t('statements.about.notTitle')}
        </h2>
        <ul>
          {nots.map((not) => (
            <li key={not}>{t(`statements.about.${not}`)}</li>
          ))}
        </ul>
        <h2 class="ds-heading" data-size="sm">
          {t('statements.about.dataTitle')}
        </h2>
        <p>{t('statements.about.data')}</p>
        <h2 class="ds-heading" data-size="sm">
          {t('statements.about.whoTitle')}
        </h2>
        <p>{t('statements.about.who')}</p>
        <Contacts />
      </div>
    </Page>
  )
}
