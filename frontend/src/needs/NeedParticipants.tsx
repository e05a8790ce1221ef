import type { components } from '~/api'
import { Table } from '~/components'
import { formatNumber, noFigure, t } from '~/i18n'

export type Participant = components['schemas']['NeedParticipant']

const order: readonly Participant['role'][] = ['lead', 'joins', 'option', 'watching']

/** Who has the need and how many people they serve. Roles are shown once somebody has taken one. */
export function NeedParticipants({ participants }: { participants: readonly Participant[] }) {
  if (participants.length === 0) return null
  const having = (...roles: Participant['role'][]) => participants.filter(({ role }) => roles.includes(role)).length
  const [firm, options] = [having('lead', 'joins'), having('option')]
  const decided = firm + options > 0
  const residents = participants.reduce((sum, one) => sum + one.residents, 0)
  const rows = [...participants].sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
  return (
    <section class="section" aria-labelledby="who">
      <h2 class="ds-heading" data-size="sm" id="who">
        {t('needs.who')}
      </h2>
      <p>
        {t('needs.who.sum', { municipalities: t('needs.municipalities', { n: participants.length }), residents: t('needs.residents', { n: residents }) })}
        {firm > 0 && ` ${t('needs.who.firm', { n: firm })}`}
        {options > 0 && ` ${t('needs.who.option', { n: options })}`}
        {!decided && ` ${t('needs.who.undecided')}`}
      </p>
      <Table
        caption={t('needs.who.caption')}
        hideCaption
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', head: t('needs.who.municipality'), rowHead: true, cell: ({ name }) => name },
          ...(decided ? [{ key: 'role', head: t('needs.who.role'), cell: ({ role }: Participant) => t(`needs.role.${role}`) }] : []),
          { key: 'residents', head: t('needs.who.residents'), numeric: true, cell: ({ residents: n }) => (n > 0 ? formatNumber(n) : noFigure) },
        ]}
        foot={
          <tr>
            <th scope="row" colSpan={decided ? 2 : 1}>
              {t('needs.who.total')}
            </th>
            <td class="table__number">{formatNumber(residents)}</td>
          </tr>
        }
      />
    </section>
  )
}
