import { api, call } from '~/api'
import { Link } from '~/app/Link'
import { Page } from '~/app/Page'
import type { PageProps } from '~/app/routes'
import { useSession } from '~/app/session'
import { FailedState, PageSkeleton } from '~/components'
import { useLoad } from '~/hooks'
import { type PlainKey, t } from '~/i18n'

/** What a municipality is invited to and what it costs, for anybody there: the letter leads here. */
export default function JoinPage({ params }: PageProps) {
  const regionId = params['regionId'] ?? ''
  const municipalityId = params['municipalityId'] ?? ''
  const session = useSession()
  const load = useLoad(
    async (signal) => {
      const { region } = await call(api.GET('/regions/{regionId}', { params: { path: { regionId } }, signal }))
      const organisation = (organisationId: string) => call(api.GET('/organisations/{organisationId}', { params: { path: { organisationId } }, signal }))
      const paper = call(api.GET('/regions/{regionId}/case-paper', { params: { path: { regionId }, query: { municipality: municipalityId } }, signal }))
      const [council, municipality, { hours }] = await Promise.all([organisation(region.councilId ?? municipalityId), organisation(municipalityId), paper])
      return { region, council, municipality, hours }
    },
    [regionId, municipalityId],
  )
  if (!load.data) return load.problem ? <FailedPage load={load} /> : <PageSkeleton />
  const { region, council, municipality, hours } = load.data
  const own = session.state === 'signedIn' && session.data.organisation?.id === municipalityId
  return (
    <Page title={t('joining.join.title', { municipality: municipality.name })} lead={t('joining.join.lead', { council: council.name, region: region.name })}>
      <div class="actions">
        <Link look="primary" to={`/join/${regionId}/${municipalityId}/paper`}>
          {t('joining.join.paper')}
        </Link>
        {own && <Link to="/municipality/joining">{t('joining.join.record')}</Link>}
        {session.state === 'signedOut' && <Link to="/sign-in">{t('joining.join.signIn')}</Link>}
      </div>
      <Points title="joining.join.what" points={[t('joining.join.what1'), t('joining.join.what2'), t('joining.join.what3')]} />
      <Points title="joining.join.cost" points={[t('joining.join.cost1'), t('joining.join.cost2'), t('joining.join.cost3', { n: hours })]} />
      <section class="section prose">
        <h2 class="ds-heading" data-size="sm">
          {t('joining.join.decide')}
        </h2>
        <p>{t('joining.join.decideText')}</p>
        {council.mailbox && <p>{t('joining.join.access', { mailbox: council.mailbox })}</p>}
      </section>
    </Page>
  )
}

function FailedPage({ load }: { load: { problem: NonNullable<ReturnType<typeof useLoad>['problem']> | undefined; reload: () => void } }) {
  return <Page title={t('joining.own.title')}>{load.problem && <FailedState problem={load.problem} onRetry={load.reload} />}</Page>
}

function Points({ title, points }: { title: PlainKey; points: readonly string[] }) {
  return (
    <section class="section prose">
      <h2 class="ds-heading" data-size="sm">
        {t(title)}
      </h2>
      <ul>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </section>
  )
}
