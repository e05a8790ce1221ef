import { api, call, type components } from '~/api'
import { Link } from '~/app/Link'
import { Page } from '~/app/Page'
import { EmptyState, Loaded, Skeleton, StateTag } from '~/components'
import { useLoad } from '~/hooks'
import { formatDate, localText, t } from '~/i18n'

type Solution = components['schemas']['Solution']

/** Solutions that businesses have sent in, those that wait first. */
export default function SolutionsPage() {
  const load = useLoad(async (signal) => (await call(api.GET('/solutions', { signal }))).items, [])
  return (
    <Page title={t('region.solutions.title')} lead={t('region.solutions.lead')}>
      <Loaded
        load={load}
        skeleton={<Skeleton lines={6} />}
        isEmpty={(items) => items.length === 0}
        empty={
          <EmptyState title={t('region.solutions.empty')}>
            <p>{t('region.solutions.emptyHelp')}</p>
          </EmptyState>
        }
      >
        {(items) => {
          const waiting = items.filter(({ state }) => state === 'submitted')
          const published = items.filter(({ state }) => state === 'published')
          const other = items.filter(({ state }) => state !== 'submitted' && state !== 'published')
          return (
            <>
              <Group id="waiting" title={t('region.solutions.waiting')} solutions={waiting} nothing={t('region.solutions.waitingNone')} />
              {published.length > 0 && <Group id="published" title={t('region.solutions.published')} solutions={published} />}
              {other.length > 0 && <Group id="other" title={t('region.solutions.other')} solutions={other} />}
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}

function Group({ id, title, solutions, nothing }: { id: string; title: string; solutions: readonly Solution[]; nothing?: string }) {
  return (
    <section class="section" aria-labelledby={id}>
      <h2 class="ds-heading" data-size="sm" id={id}>
        {title}
      </h2>
      {solutions.length === 0 ? (
        <p>{nothing}</p>
      ) : (
        <ul class="rows">
          {solutions.map((solution) => (
            <Row key={solution.id} solution={solution} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Row({ solution: { id, title, summary, business, state, submittedAt, publishedAt } }: { solution: Solution }) {
  const name = localText(title)
  const text = localText(summary)
  const sent = state === 'published' && publishedAt ? t('region.solutions.publishedAt', { date: formatDate(publishedAt) }) : submittedAt && t('region.solutions.sentAt', { date: formatDate(submittedAt) })
  return (
    <li>
      <h3 class="ds-heading" data-size="2xs" lang={name.language}>
        <Link to={`/region/solutions/${id}`}>{name.text || t('region.solution.untitled')}</Link>
      </h3>
      <p class="meta">
        {[business.name, sent].filter(Boolean).join(' · ')}
      </p>
      {text.text && <p lang={text.language}>{text.text}</p>}
      {state !== 'submitted' && state !== 'published' && <StateTag of="solution" state={state} />}
    </li>
  )
}
