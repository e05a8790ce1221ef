import { useState } from 'preact/hooks'
import { api, asProblem, call, type components, type Problem } from '~/api'
import { announce } from '~/app/announce'
import { rolesOf, useSession } from '~/app/session'
import { Alert, Button, Dialog, EmptyState, FailedState, Table, Tag } from '~/components'
import { formatDate, t } from '~/i18n'
import { type OrganisationKind, roleName, rolesFor } from '../roles'
import { EraseOther } from '../personal/EraseOther'
import { InviteForm } from './InviteForm'

type Membership = components['schemas']['Membership']

export interface PeopleProps {
  organisationId: string
  kind: OrganisationKind
  memberships: readonly Membership[]
  onChanged: () => void
}

const today = () => new Date().toISOString().slice(0, 10)

/** True for a role that holds now or will. */
export function holds({ validTo }: Pick<Membership, 'validTo'>, now = today()): boolean {
  return validTo === '' || validTo > now
}

function period({ validFrom, validTo }: Membership): string {
  const from = formatDate(validFrom)
  return validTo ? t('account.people.fromTo', { from, to: formatDate(validTo) }) : t('account.people.from', { from })
}

/** People and their roles, the gaps among them, and the way to give and end a role. */
export function People({ organisationId, kind, memberships, onChanged }: PeopleProps) {
  const [ending, setEnding] = useState<Membership | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const session = useSession()
  const gaps = rolesFor(kind).filter((role) => !memberships.some((one) => one.role === role && holds(one)))

  const end = async ({ id }: Membership) => {
    setBusy(true)
    setProblem(null)
    try {
      await call(api.DELETE('/organisations/{organisationId}/memberships/{membershipId}', { params: { path: { organisationId, membershipId: id } } }))
      announce(t('account.people.endedNow'))
      onChanged()
    } catch (thrown) {
      setProblem(asProblem(thrown))
    } finally {
      setBusy(false)
      setEnding(null)
    }
  }

  return (
    <div class="stack">
      {memberships.length > 0 &&
        gaps.map((role) => (
          <Alert key={role} tone="warning">
            <p>{t('account.people.missing', { role: roleName(role).toLowerCase() })}</p>
          </Alert>
        ))}
      {problem && <FailedState problem={problem} />}
      {memberships.length === 0 ? (
        <EmptyState title={t('account.people.empty')}>
          <p>{t('account.people.emptyHelp')}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t('account.people.caption')}
          hideCaption
          rows={memberships}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              head: t('account.people.name'),
              rowHead: true,
              cell: ({ person, email }) => (
                <>
                  {person.name}
                  <div class="meta">{email}</div>
                </>
              ),
            },
            {
              key: 'role',
              head: t('account.people.role'),
              cell: ({ role, invited }) => (
                <>
                  {roleName(role)} {invited && <Tag tone="info">{t('account.people.invited')}</Tag>}
                </>
              ),
            },
            { key: 'period', head: t('account.people.period'), cell: period },
            {
              key: 'action',
              head: t('account.people.action'),
              cell: (one) =>
                holds(one) ? (
                  <Button small variant="tertiary" danger aria-label={t('account.people.endFor', { role: roleName(one.role).toLowerCase(), name: one.person.name })} onClick={() => setEnding(one)}>
                    {t('account.people.end')}
                  </Button>
                ) : (
                  t('account.people.ended')
                ),
            },
          ]}
        />
      )}
      <Dialog
        open={ending !== null}
        onClose={() => setEnding(null)}
        title={t('account.people.endTitle')}
        actions={
          <>
            <Button danger busy={busy} onClick={() => ending && void end(ending)}>
              {t('account.people.end')}
            </Button>
            <Button variant="secondary" onClick={() => setEnding(null)}>
              {t('common.cancel')}
            </Button>
          </>
        }
      >
        {ending && <p>{t('account.people.endText', { name: ending.person.name, role: roleName(ending.role).toLowerCase() })}</p>}
      </Dialog>
      <InviteForm organisationId={organisationId} kind={kind} onInvited={onChanged} />
      {rolesOf(session).includes('admin') && <EraseOther onErased={onChanged} />}
    </div>
  )
}
