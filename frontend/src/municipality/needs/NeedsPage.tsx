import { api, call, type components } from '~/api'
import { Link } from '~/app/Link'
import { setQuery, usePlace } from '~/app/location'
import { Page } from '~/app/Page'
import { Alert, EmptyState, Loaded, RadioGroup } from '~/components'
import { useLoad } from '~/hooks'
import { t } from '~/i18n'
import { NeedItem } from './NeedItem'
import '../municipality.css'
import './needs.css'

type Needs = components['schemas']['WorkbenchNeeds']

/** Candidates and needs of the region, those of one's own municipality first. */
export default function NeedsPage() {
  const load = useLoad((signal) => call(api.GET('/workbench/needs', { params: { query: {} }, signal })), [])
  return (
    <Page title={t('ownNeeds.title')} lead={t('ownNeeds.lead')}>
      <Loaded
        load={load}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState title={t('ownNeeds.emptyTitle')}>
            {load.data?.notes.map((note) => (
              <p key={note}>{note}</p>
            ))}
            <p>
              <Link to="/needs">{t('ownNeeds.toPublished')}</Link>
            </p>
          </EmptyState>
        }
      >
        {(needs) => <Shown needs={needs} />}
      </Loaded>
    </Page>
  )
}

function Shown({ needs }: { needs: Needs }) {
  const { query } = usePlace()
  const ours = needs.items.filter(({ involved }) => involved)
  const all = query.get('show') === 'all' || ours.length === 0
  const items = all ? needs.items : ours
  return (
    <>
      {needs.provisional && (
        <Alert>
          <p>{t('ownNeeds.provisional')}</p>
        </Alert>
      )}
      {needs.notes.map((note) => (
        <p key={note} class="prose candidates__note">
          {note}
        </p>
      ))}
      {ours.length > 0 && ours.length < needs.items.length && (
        <RadioGroup
          id="show"
          label={t('ownNeeds.show')}
          options={[
            { value: 'ours', label: t('ownNeeds.showOurs', { n: ours.length }) },
            { value: 'all', label: t('ownNeeds.showAll', { n: needs.items.length }) },
          ]}
          value={all ? 'all' : 'ours'}
          onChange={(show) => setQuery({ show: show === 'all' ? 'all' : null })}
        />
      )}
      <ul class="candidates">
        {items.map((need) => (
          <NeedItem key={need.id ?? `${need.goal} ${need.indicator?.code} ${need.title}`} need={need} />
        ))}
      </ul>
    </>
  )
}
