import { Table } from '~/components'
import { t } from '~/i18n'

interface OpenFilesProps {
  region: string
  /** a year, or the id of a round */
  period: string
  year?: number
  /** code of the indicator that is chosen */
  indicator?: string
}

/** The addresses of a period's data set in every format. */
export function OpenFiles({ region, period, year, indicator }: OpenFilesProps) {
  const set = `/api/v1/open/datasets/${region}/${period}`
  const files = [
    { key: 'json', name: t('public.data.jsonStat'), address: `${set}/data.json` },
    { key: 'csv', name: t('public.data.table'), address: `${set}/data.csv` },
    { key: 'csvw', name: t('public.data.csvw'), address: `${set}/data.csv-metadata.json` },
    { key: 'list', name: t('public.data.list'), address: `/api/v1/open/datasets/${region}` },
  ]
  if (indicator) {
    files.push({ key: 'sdg', name: t('public.data.openSdg'), address: `/api/v1/open/sdg/${region}/${indicator}/data.csv` })
    files.push({ key: 'kolada', name: t('public.data.kolada'), address: `/api/v1/open/kolada/${region}/data/kpi/${indicator}/${year ? `year/${year}` : 'municipality/all'}` })
  }
  return (
    <section aria-labelledby="sets">
      <h3 class="ds-heading" data-size="xs" id="sets">
        {t('public.data.setsTitle')}
      </h3>
      <p>{t('public.data.setsHelp')}</p>
      <Table
        caption={t('public.data.setsCaption')}
        hideCaption
        rows={files}
        rowKey={({ key }) => key}
        columns={[
          { key: 'name', head: t('public.data.format'), rowHead: true, cell: ({ name }) => name },
          {
            key: 'address',
            head: t('public.data.address'),
            cell: ({ name, address }) => (
              <a class="ds-link address" href={address} download aria-label={`${address} (${name})`}>
                <code>{address}</code>
              </a>
            ),
          },
        ]}
      />
    </section>
  )
}
