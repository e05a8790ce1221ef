import { api, call, type components } from '~/api'
import { Page } from '~/app/Page'
import { Loaded, Skeleton, Table } from '~/components'
import type { Column } from '~/components'
import { useLoad } from '~/hooks'
import { formatDate, formatDateTime, languageNames, t } from '~/i18n'
import { isRole, roleName } from '../roles'
import { DownloadOwn } from './Own'

type PersonalData = components['schemas']['PersonalData']
type HeldRole = components['schemas']['HeldRole']

/** All that is stored about oneself, to be read; the longest lists are counted, and stand in the file. */
export default function DataPage() {
  const load = useLoad((signal) => call(api.GET('/account/data', { signal })), [])
  return (
    <Page title={t('personal.title')} lead={t('personal.data.lead')} back={{ to: '/account', label: t('personal.data.back') }}>
      <p>
        <DownloadOwn />
      </p>
      <Loaded load={load} skeleton={<Skeleton lines={12} />}>
        {(data) => <All {...data} />}
      </Loaded>
    </Page>
  )
}

function All({ account, createdAt, roles, team, sections, texts, answers, events }: PersonalData) {
  return (
    <>
      <dl class="facts">
        <Fact name={t('account.me.name')}>{account.name}</Fact>
        <Fact name={t('account.email')}>{account.email}</Fact>
        <Fact name={t('account.me.language')}>{languageNames[account.language]}</Fact>
        <Fact name={t('personal.data.since')}>{formatDateTime(createdAt)}</Fact>
        <Fact name={t('personal.data.answers')}>{t('personal.data.answersCount', { n: answers.length })}</Fact>
        <Fact name={t('personal.data.events')}>{t('personal.data.eventsCount', { n: events.length })}</Fact>
      </dl>
      <List title={t('personal.data.roles')} rows={roles} columns={held((role) => (isRole(role) ? roleName(role) : role))} />
      <List title={t('personal.data.team')} rows={team} columns={held((role) => t(`joining.team.role.${role as 'top_manager'}`))} />
      <List
        title={t('personal.data.sections')}
        rows={sections}
        columns={[
          { key: 'organisation', head: t('personal.data.organisation'), rowHead: true, cell: ({ municipality, round }) => `${municipality}, ${round}` },
          { key: 'what', head: t('personal.data.what'), cell: ({ goal, name, email }) => [goal, name, email].filter(Boolean).join(', ') },
          { key: 'words', head: t('personal.data.words'), cell: ({ note }) => <span class="typed">{note}</span> },
          { key: 'when', head: t('personal.data.period'), cell: ({ at }) => formatDateTime(at) },
        ]}
      />
      <List
        title={t('personal.data.texts')}
        rows={texts}
        columns={[
          { key: 'what', head: t('personal.data.what'), rowHead: true, cell: ({ kind }) => t(`personal.kind.${kind}`) },
          { key: 'organisation', head: t('personal.data.organisation'), cell: ({ municipality }) => municipality },
          { key: 'words', head: t('personal.data.words'), cell: ({ text }) => <span class="typed">{text}</span> },
          { key: 'when', head: t('personal.data.period'), cell: ({ at }) => formatDateTime(at) },
        ]}
      />
    </>
  )
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

const held = (word: (role: string) => string): Column<HeldRole>[] => [
  { key: 'organisation', head: t('personal.data.organisation'), rowHead: true, cell: ({ organisation }) => organisation },
  { key: 'role', head: t('personal.data.role'), cell: ({ role }) => word(role) },
  {
    key: 'when',
    head: t('personal.data.period'),
    cell: ({ from, to }) => (to ? t('account.people.fromTo', { from: formatDate(from), to: formatDate(to) }) : t('account.people.from', { from: formatDate(from) })),
  },
]

function List<Row>({ title, rows, columns }: { title: string; rows: readonly Row[]; columns: readonly Column<Row>[] }) {
  const keyed = rows.map((row, n) => ({ row, n }))
  return (
    <section class="section">
      <h2 class="ds-heading" data-size="sm">
        {title}
      </h2>
      {rows.length === 0 ? (
        <p>{t('personal.data.none')}</p>
      ) : (
        <Table
          caption={title}
          hideCaption
          rows={keyed}
          rowKey={({ n }) => String(n)}
          columns={columns.map((column) => ({ ...column, cell: ({ row }: { row: Row }) => column.cell(row) }))}
        />
      )}
    </section>
  )
}
