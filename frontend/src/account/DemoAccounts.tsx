import type { components } from '~/api'
import { Button, Table } from '~/components'
import { t } from '~/i18n'
import { roleName } from './roles'

type DemoAccount = components['schemas']['DemoAccount']

export interface DemoAccountsProps {
  accounts: readonly DemoAccount[]
  busy: boolean
  onChoose: (account: { email: string; password: string }) => void
}

/** Demonstration only: who one can be, each with one button. */
export function DemoAccounts({ accounts, busy, onChoose }: DemoAccountsProps) {
  return (
    <section class="section" aria-labelledby="demo-title">
      <h2 class="ds-heading" data-size="sm" id="demo-title">
        {t('account.demo.title')}
      </h2>
      <p class="prose">{t('account.demo.lead')}</p>
      <Table
        caption={t('account.demo.caption')}
        hideCaption
        rows={accounts}
        rowKey={({ email }) => email}
        columns={[
          { key: 'role', head: t('account.demo.role'), rowHead: true, cell: ({ role }) => roleName(role) },
          { key: 'organisation', head: t('account.demo.organisation'), cell: ({ organisation }) => organisation },
          {
            key: 'action',
            head: t('account.people.action'),
            cell: ({ email, password, role, organisation }) => (
              <Button
                small
                variant="secondary"
                aria-disabled={busy ? 'true' : undefined}
                aria-label={t('account.demo.signInAs', { role: roleName(role).toLowerCase(), organisation })}
                onClick={() => onChoose({ email, password })}
              >
                {t('account.demo.signIn')}
              </Button>
            ),
          },
        ]}
      />
    </section>
  )
}
