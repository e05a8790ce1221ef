import { api, call, type components } from '~/api'
import { Link } from '~/app/Link'
import { Page } from '~/app/Page'
import { EmptyState, Loaded, Table } from '~/components'
import { useLoad } from '~/hooks'
import { formatDateTime, t } from '~/i18n'
import { allItems } from '~/form/edit/tree'
import { useChosenRegion } from '../chosen'
import { InRegion } from '../InRegion'

type Draft = components['schemas']['QuestionnaireDraft']

const questions = ({ form }: Draft) => allItems(form?.items ?? []).filter(({ item }) => item.kind !== 'group' && item.kind !== 'repeat' && item.kind !== 'note').length

/** The questionnaires of a region, those being made and those published. */
export default function QuestionnairesPage() {
  const chosen = useChosenRegion()
  const load = useLoad((signal) => call(api.GET('/questionnaires', { signal })), [])
  return (
    <Page title={t('questionnaires.title')} lead={t('questionnaires.lead')}>
      <div class="actions">
        <Link look="primary" to="/region/questionnaires/new">
          {t('questionnaires.new')}
        </Link>
        <Link look="secondary" to="/region/questionnaires/import">
          {t('questionnaires.import')}
        </Link>
      </div>
      <InRegion chosen={chosen}>
        {(region) => (
          <Loaded load={load} isEmpty={({ items }) => !items.some(({ regionId }) => regionId === region)} empty={<EmptyState title={t('questionnaires.none')}>{t('questionnaires.noneHelp')}</EmptyState>}>
            {({ items }) => (
              <Table
                caption={t('questionnaires.title')}
                hideCaption
                rows={items.filter(({ regionId }) => regionId === region)}
                rowKey={({ id }) => id}
                columns={[
                  { key: 'name', head: t('questionnaires.name'), rowHead: true, cell: ({ id, name }) => <Link to={`/region/questionnaires/${id}`}>{name}</Link> },
                  { key: 'questions', head: t('questionnaires.questions'), numeric: true, cell: questions },
                  { key: 'changed', head: t('questionnaires.changed'), cell: ({ updatedAt }) => formatDateTime(updatedAt) },
                  { key: 'version', head: t('questionnaires.version'), cell: ({ editions }) => (editions[0] ? t('questionnaires.edition', { number: editions[0].edition }) : t('questionnaires.notPublished')) },
                ]}
              />
            )}
          </Loaded>
        )}
      </InRegion>
    </Page>
  )
}
