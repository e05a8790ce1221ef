import { api, call } from '~/api'
import { Link } from '~/app/Link'
import { Page } from '~/app/Page'
import { EmptyState, Loaded, Skeleton, Table } from '~/components'
import { useLoad } from '~/hooks'
import { MembersJoining } from '~/joining/council/MembersJoining'
import { formatDate, formatNumber, noFigure, t } from '~/i18n'
import { useChosenRegion, useMayRun } from '../chosen'
import { InRegion } from '../InRegion'
import { CouncilPeople } from './CouncilPeople'

/** The municipalities of the region, and the people of its council. */
export default function MembersPage() {
  const chosen = useChosenRegion()
  return (
    <Page title={t('region.members.title')} wide>
      <InRegion chosen={chosen}>{(region) => <Members key={region} region={region} />}</InRegion>
    </Page>
  )
}

function Members({ region }: { region: string }) {
  const runs = useMayRun()
  const load = useLoad((signal) => call(api.GET('/regions/{regionId}', { params: { path: { regionId: region } }, signal })), [region])
  return (
    <Loaded load={load} skeleton={<Skeleton lines={8} />}>
      {({ region: of, municipalities }) => (
        <>
          <section aria-labelledby="municipalities">
            <h2 class="ds-heading" data-size="sm" id="municipalities">
              {of.name}
            </h2>
            {municipalities.length === 0 ? (
              <EmptyState title={t('region.members.empty')} />
            ) : (
              <>
                <p>{t('region.members.lead', { n: municipalities.length, residents: formatNumber(municipalities.reduce((sum, { residents }) => sum + (residents ?? 0), 0)) })}</p>
                <Table
                  caption={t('region.members.caption')}
                  hideCaption
                  rows={municipalities}
                  rowKey={({ id }) => id}
                  columns={[
                    { key: 'name', head: t('region.members.municipality'), rowHead: true, cell: ({ name }) => name },
                    { key: 'number', head: t('region.members.number'), cell: ({ number }) => <span class="figures">{number || noFigure}</span> },
                    {
                      key: 'residents',
                      head: t('region.members.residents'),
                      numeric: true,
                      cell: ({ residents, residentsYear }) => (
                        <>
                          {formatNumber(residents)} {residentsYear && <span class="meta">{t('region.members.residentsYear', { year: `${residentsYear}` })}</span>}
                        </>
                      ),
                    },
                    { key: 'group', head: t('region.members.group'), cell: ({ comparisonGroup }) => comparisonGroup || noFigure },
                    { key: 'from', head: t('region.members.from'), cell: ({ memberFrom }) => (memberFrom ? formatDate(memberFrom) : noFigure) },
                    ...(runs
                      ? [
                          {
                            key: 'people',
                            head: t('region.members.people'),
                            cell: ({ id, name }: (typeof municipalities)[number]) => (
                              <Link to={`/region/members/${id}`} aria-label={`${t('region.members.see')}: ${name}`}>
                                {t('region.members.see')}
                              </Link>
                            ),
                          },
                        ]
                      : []),
                  ]}
                />
              </>
            )}
          </section>
          {of.councilId && <MembersJoining region={region} runs={runs} />}
          {of.councilId && runs && <CouncilPeople council={of.councilId} />}
        </>
      )}
    </Loaded>
  )
}
