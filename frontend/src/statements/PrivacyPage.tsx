import { Link } from '~/app/Link'
import { Page } from '~/app/Page'
import { useSession } from '~/app/session'
import { Table } from '~/components'
import { noFigure, rich, t } from '~/i18n'
import { Contacts } from './Contacts'

const stored = ['account', 'password', 'roles', 'session', 'typed', 'audit', 'submitted', 'texts', 'invited', 'evidence', 'mail', 'attempts', 'known'] as const

/** What is stored about people, why and for how long. The days are those of this service's settings. */
export default function PrivacyPage() {
  const session = useSession()
  const days = (session.state === 'signedIn' || session.state === 'signedOut' ? session.data?.forgetAfterDays : undefined) ?? noFigure
  return (
    <Page title={t('statements.privacy.title')} lead={t('statements.privacy.lead')}>
      <div class="prose">
        <h2 class="ds-heading" data-size="sm">
          {t('statements.privacy.readingTitle')}
        </h2>
        <p>{t('statements.privacy.reading')}</p>
        <h2 class="ds-heading" data-size="sm">
          {t('statements.privacy.accountTitle')}
        </h2>
        <Table
          caption={t('statements.privacy.tableCaption')}
          hideCaption
          rows={stored}
          rowKey={(row) => row}
          columns={[
            { key: 'what', head: t('statements.privacy.whatHead'), rowHead: true, cell: (row) => t(`statements.privacy.${row}`) },
            { key: 'why', head: t('statements.privacy.whyHead'), cell: (row) => t(`statements.privacy.${row}Why`) },
            { key: 'long', head: t('statements.privacy.longHead'), cell: (row) => t(`statements.privacy.${row}Long`, { days }) },
          ]}
        />
        <h2 class="ds-heading" data-size="sm">
          {t('statements.privacy.answersTitle')}
        </h2>
        <p>{t('statements.privacy.answers')}</p>
        <h2 class="ds-heading" data-size="sm">
          {t('statements.privacy.rightsTitle')}
        </h2>
        <p>{rich('statements.privacy.rights', { account: (text) => <Link to="/account">{text}</Link>, dt: (text) => <a href="https://www.datatilsynet.no">{text}</a> })}</p>
        <h2 class="ds-heading" data-size="sm">
          {t('statements.contacts')}
        </h2>
        <Contacts />
      </div>
    </Page>
  )
}
