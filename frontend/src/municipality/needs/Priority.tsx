import type { components } from '~/api'
import { Link } from '~/app/Link'
import { Details, Table } from '~/components'
import { formatNumber, rich, t } from '~/i18n'

type Part = components['schemas']['Part']

/** A need's priority with the parts it is the sum of. */
export function Priority({ priority, parts }: { priority: number; parts: readonly Part[] }) {
  return (
    <Details summary={t('municipality.needs.priorityOf', { points: formatNumber(priority, 0) })}>
      <p>{rich('municipality.needs.priorityHelp', { link: (inner) => <Link to="/method">{inner}</Link> })}</p>
      {parts.length > 0 && (
        <Table
          caption={t('municipality.needs.parts')}
          hideCaption
          rows={parts}
          rowKey={({ key }) => key}
          columns={[
            { key: 'label', head: t('municipality.needs.part'), rowHead: true, cell: ({ label }) => label },
            { key: 'value', head: t('municipality.needs.points'), numeric: true, cell: ({ value }) => formatNumber(value, 1) },
          ]}
          foot={
            <tr>
              <th scope="row">{t('municipality.needs.sum')}</th>
              <td class="table__number">{formatNumber(priority, 1)}</td>
            </tr>
          }
        />
      )}
    </Details>
  )
}
