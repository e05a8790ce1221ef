import type { components } from '~/api'
import { Table } from '~/components'
import { formatNumber, noFigure, t } from '~/i18n'

export type Participant = components['schemas']['NeedParticipant']

const order: readonly Participant['role'][] = ['lead', 'joins', 'option', 'watching']

const residentsOf = (some: readonly Participant[]) => some.reduce((sum, { residents }) => sum + residents, 0)

/** Who has the need and how many people they serve; options are counted apart, as nobody has promised them. */
export function NeedParticipants({ participants }: { participants: readonly Participant[] }) {
  if (participants.length === 0) return null
  const firm = participants.filter(({ role }) => role === 'lead' || role === 'joins')
  const options = participants.filter(({ role }) => role === 'option')
  const rows = [...participants].sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
  return (
    <section class="section" aria-labelledby="who">
      <h2 class="ds-heading" data-size="sm" id="who">
        {t('needs.who')}
      </h2>
      <p>
        {t('needs.who.sum', { municipalities: t('needs.municipalities', { n: firm.length }), residents: t('needs.residents', { n: residentsOf(firm) }) })}
        {options.length > 0 && ` ${t('needs.who.option', { n: options.length })}`}
      </p>
      <Table
        caption={t('needs.who.caption')}
        hideCaption
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', head: t('needs.who.municipality'), rowHead: true, cell: ({ name }) => name },
          { key: 'role', head: t('needs.who.role'), cell: ({ role }) => t(`needs.role.${role}`) },
          { key: 'residents', head: t('needs.who.residents'), numeric: true, cell: ({ residents }) => (residents > 0 ? formatNumber(residents) : noFigure) },
        ]}
        foot={
          <tr>
            <th scope="row" colSpan={2}>
              {t(options.length > 0 ? 'needs.who.totalFirm' : 'needs.who.total')}
            </th>
            <td class="table__number">{formatNumber(residentsOf(firm))}</td>
          </tr>
        }
      />
    </section>
  )
}
