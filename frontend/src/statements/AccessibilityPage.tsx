import { Page } from '~/app/Page'
import { formatDate, rich, t } from '~/i18n'
import { Contacts } from './Contacts'

const done = ['done1', 'done2', 'done3', 'done4', 'done5', 'done6'] as const
const tested = ['tested1', 'tested2', 'tested3', 'tested4', 'tested5', 'tested6', 'tested7'] as const
const known = ['known1', 'known2', 'known3', 'known4'] as const

/** When what the page says was last held against the tests in e2e. Change it together with the texts. */
const testedOn = '2026-11-23'

export default function AccessibilityPage() {
  return (
    <Page title={t('statements.accessibility.title')} lead={t('statements.accessibility.lead')}>
      <div class="prose">
        <h2 class="ds-heading" data-size="sm">
          {t('statements.accessibility.doneTitle')}
        </h2>
        <ul>
          {done.map((one) => (
            <li key={one}>{t(`statements.accessibility.${one}`)}</li>
          ))}
        </ul>
        <h2 class="ds-heading" data-size="sm">
          {t('statements.accessibility.testedTitle')}
        </h2>
        <p>{t('statements.accessibility.tested', { date: formatDate(testedOn) })}</p>
        <ul>
          {tested.map((one) => (
            <li key={one}>{t(`statements.accessibility.${one}`)}</li>
          ))}
        </ul>
        <h2 class="ds-heading" data-size="sm">
          {t('statements.accessibility.notTestedTitle')}
        </h2>
        <p>{t('statements.accessibility.notTested')}</p>
        <h2 class="ds-heading" data-size="sm">
          {t('statements.accessibility.knownTitle')}
        </h2>
        <ul>
          {known.map((one) => (
            <li key={one}>{t(`statements.accessibility.${one}`)}</li>
          ))}
        </ul>
        <h2 class="ds-heading" data-size="sm">
          {t('statements.accessibility.complainTitle')}
        </h2>
        <p>{t('statements.accessibility.complain')}</p>
        <Contacts />
        <p>{rich('statements.accessibility.authority', { uu: (text) => <a href="https://www.uutilsynet.no">{text}</a> })}</p>
        <p>{rich('statements.accessibility.official', { status: (text) => <a href="https://uustatus.no">{text}</a> })}</p>
      </div>
    </Page>
  )
}
