import { Link } from '~/app/Link'
import { Page } from '~/app/Page'
import { EmptyState, Loaded, StateTag } from '~/components'
import { formatDate, localText, t } from '~/i18n'
import { LanguageMark, langOf } from '~/needs/Written'
import { type Solution, useSolutions } from '../useSolutions'
import '../business.css'
import './solution.css'

export default function SolutionsPage() {
  const load = useSolutions()
  const create = (
    <p class="actions">
      <Link to="/business/solutions/new" look="primary">
        {t('business.solutions.new')}
      </Link>
    </p>
  )
  return (
    <Page title={t('business.solutions.title')} lead={t('business.solutions.lead')}>
      <Loaded
        load={load}
        isEmpty={(solutions) => solutions.length === 0}
        empty={
          <EmptyState title={t('business.solutions.empty')}>
            <p>{t('business.solutions.emptyHelp')}</p>
            {create}
          </EmptyState>
        }
      >
        {(solutions) => (
          <>
            <ul class="rows need-list">
              {solutions.map((solution) => (
                <li key={solution.id}>
                  <Item solution={solution} />
                </li>
              ))}
            </ul>
            {create}
          </>
        )}
      </Loaded>
    </Page>
  )
}

/** The date that belongs to the state beside it. */
function when({ state, publishedAt, submittedAt, updatedAt }: Solution): string {
  if (state === 'published' && publishedAt) return formatDate(publishedAt)
  if (state === 'submitted' && submittedAt) return formatDate(submittedAt)
  return t('business.solutions.changed', { date: formatDate(updatedAt) })
}

function Item({ solution }: { solution: Solution }) {
  const title = localText(solution.title)
  return (
    <div class="solution-item">
      <h2 class="ds-heading" data-size="2xs">
        <Link to={`/business/solutions/${solution.id}`} {...langOf(title.language)}>
          {title.text || t('business.solutions.untitled')}
        </Link>
      </h2>
      {title.text && <LanguageMark language={title.language} />}
      <p class="solution-item__state">
        <StateTag of="solution" state={solution.state} /> <span class="meta">{when(solution)}</span>
      </p>
      {solution.state === 'returned' && <p>{t('business.solutions.returned', { reason: solution.returnReason })}</p>}
    </div>
  )
}
