import { useState } from 'preact/hooks'
import { api, asProblem, call, type components, type Problem } from '~/api'
import { announce } from '~/app/announce'
import { Page } from '~/app/Page'
import { rolesOf, useSession } from '~/app/session'
import { Alert, Button, FailedState, Loaded, Skeleton, Table, Tag } from '~/components'
import { useLoad } from '~/hooks'
import { formatDate, formatList, t } from '~/i18n'
import { Handover } from './Handover'
import { TeamForm } from './TeamForm'

export type Team = components['schemas']['Team']
type Member = Team['members'][number]
export type TeamRole = Member['role']

export const teamRole = (role: TeamRole): string => t(`joining.team.role.${role}`)

/** Who does what in a municipality's team, what it lacks, and handing over when somebody leaves. */
export default function TeamPage() {
  const session = useSession()
  const own = session.state === 'signedIn' ? session.data.organisation : undefined
  return (
    <Page title={t('joining.team.title')} above={own?.name} lead={t('joining.team.lead')}>
      {own && <OwnTeam key={own.id} organisationId={own.id} lets={rolesOf(session).includes('municipality_admin')} />}
    </Page>
  )
}

function OwnTeam({ organisationId, lets }: { organisationId: string; lets: boolean }) {
  const load = useLoad((signal) => call(api.GET('/organisations/{organisationId}/team', { params: { path: { organisationId } }, signal })), [organisationId])
  return (
    <>
      <Loaded load={load} skeleton={<Skeleton lines={6} />}>
        {(team) => (
          <>
            <TeamShown organisationId={organisationId} team={team} onChanged={load.set} />
            <TeamForm organisationId={organisationId} missing={team.missing} onChanged={load.set} />
          </>
        )}
      </Loaded>
      {lets && <Handover organisationId={organisationId} onDone={load.reload} />}
    </>
  )
}

/** The gaps first, then the team with a row for each part that is needed, filled or not. */
function TeamShown({ organisationId, team, onChanged }: { organisationId: string; team: Team; onChanged: (team: Team) => void }) {
  const [busy, setBusy] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const end = async ({ id, name }: Member) => {
    setBusy(id)
    setProblem(null)
    try {
      onChanged(await call(api.DELETE('/organisations/{organisationId}/team/{teamMemberId}', { params: { path: { organisationId, teamMemberId: id } } })))
      announce(t('joining.team.ended', { name }))
    } catch (thrown) {
      setProblem(asProblem(thrown))
    } finally {
      setBusy('')
    }
  }
  const names = (roles: readonly TeamRole[]) => formatList(roles.map((role) => teamRole(role).toLowerCase()))
  const rows: (Member | TeamRole)[] = [...team.missing, ...team.members]
  return (
    <div class="stack">
      {team.missing.length > 0 && (
        <Alert tone="warning">
          <p>{t('joining.team.missing', { roles: names(team.missing) })}</p>
        </Alert>
      )}
      {team.alone && (
        <Alert tone="warning">
          <p>{t('joining.team.alone')}</p>
        </Alert>
      )}
      {problem && <FailedState problem={problem} />}
      <Table
        caption={t('joining.team.caption')}
        hideCaption
        rows={rows}
        rowKey={(row) => (typeof row === 'string' ? row : row.id)}
        columns={[
          { key: 'part', head: t('joining.team.part'), rowHead: true, cell: (row) => teamRole(typeof row === 'string' ? row : row.role) },
          { key: 'person', head: t('joining.team.person'), cell: (row) => (typeof row === 'string' ? <Tag tone="warning">{t('joining.team.nobody')}</Tag> : <Person member={row} />) },
          { key: 'since', head: t('joining.team.since'), cell: (row) => (typeof row === 'string' ? '–' : formatDate(row.validFrom)) },
          {
            key: 'end',
            head: <span class="ds-sr-only">{t('joining.team.end')}</span>,
            cell: (row) =>
              typeof row === 'string' ? null : (
                <Button small variant="tertiary" danger busy={busy === row.id} aria-label={t('joining.team.endFor', { name: row.name, role: teamRole(row.role).toLowerCase() })} onClick={() => void end(row)}>
                  {t('joining.team.end')}
                </Button>
              ),
          },
        ]}
      />
      {team.wanted.length > 0 && <p class="meta">{t('joining.team.wanted', { roles: names(team.wanted) })}</p>}
    </div>
  )
}

function Person({ member: { name, email, account } }: { member: Member }) {
  return (
    <>
      {name} {account && <Tag tone="info">{t('joining.team.account')}</Tag>}
      <div class="meta">{email}</div>
    </>
  )
}
