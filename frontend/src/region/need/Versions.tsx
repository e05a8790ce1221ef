import { api, call } from '~/api'
import { Link } from '~/app/Link'
import { Loaded, Skeleton } from '~/components'
import { useLoad } from '~/hooks'
import { formatDate, t } from '~/i18n'
import type { WorkbenchNeed } from './NeedPage'

/** What has been published and when; a published version never changes. */
export function Versions({ need }: { need: WorkbenchNeed }) {
  return (
    <section class="section" aria-labelledby="versions">
      <h2 class="ds-heading" data-size="sm" id="versions">
        {t('region.need.versions')}
      </h2>
      {need.publishedVersion > 0 ? <Published id={need.id} version={need.publishedVersion} /> : <p>{t('region.need.noVersions')}</p>}
    </section>
  )
}

function Published({ id, version }: { id: string; version: number }) {
  const load = useLoad((signal) => call(api.GET('/needs/{needId}', { params: { path: { needId: id } }, signal })), [id, version])
  return (
    <>
      <Loaded load={load} skeleton={<Skeleton lines={2} />}>
        {({ versions }) => (
          <ul>
            {versions.map(({ number, publishedAt }) => (
              <li key={number}>{t('region.need.publishedVersion', { n: number, date: formatDate(publishedAt) })}</li>
            ))}
          </ul>
        )}
      </Loaded>
      <p>
        <Link to={`/needs/${id}`}>{t('region.need.seePublic')}</Link>
      </p>
    </>
  )
}
