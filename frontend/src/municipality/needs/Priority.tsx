import type { components } from '~/api'
import { Link } from '~/app/Link'
import { Details, Table } from '~/components'
import { formatNumber, rich, t } from '~/i18n'

type Part = components['schemas']['Part']

/** A need's priority with the parts it is the sum of, or about how high it is where the parts may not be seen. */
export function Priority({ priority, rounded, parts }: { priority: number; rounded: boolean; parts: readonly Part[] }) {
  if (rounded) return <p class="meta">{t('ownNeeds.priorityAbout', { points: formatNumber(priority, 0) })}</p>
  return (
    <Details summary={t('ownNeeds.priorityOf', { points: formatNumber(priority, 0) })}>
      <p>{rich('ownNeeds.priorityHelp', { link: (inner) => <Link to="/method">{inner}</Link> })}</p>
      <Table
        caption={t('ownNeeds.parts')}
        hideCaption
        rows={parts}
        rowKey={({ key }) => key}
        columns={[
          { key: 'label', head: t('ownNeeds.part'), rowHead: true, cell: ({ label }) => label },
          { key: 'value', head: t('ownNeeds.points'), numeric: true, cell: ({ value }) => formatNumber(value, 1) },
        ]}
        foot={
          <tr>
            <th scope="row">{t('ownNeeds.sum')}</th>
            <td class="table__number">{formatNumber(priority, 1)}</td>
          </tr>
        }
      />
    </Details>
  )
}
