import { Link } from '~/app/Link'
import { localText, t } from '~/i18n'
import type { Solution } from '../useSolutions'
import './match.css'

const fields = ['indicators', 'goals', 'targets', 'cpv', 'trl', 'description'] as const
type MendField = (typeof fields)[number]

/** What a solution doesn't tell, and that matching or a reader would want to know. */
export function unsaid(solution: Solution): MendField[] {
  return fields.filter((field) => {
    if (field === 'trl') return solution.trl === 0
    if (field === 'description') return !localText(solution.description).text
    return solution[field].length === 0
  })
}

/** What to fill in so that matches get better, each with a link to its place in the form. */
export function Mend({ solutions }: { solutions: readonly Solution[] }) {
  const open = solutions.map((solution) => ({ solution, lacks: unsaid(solution) })).filter(({ lacks }) => lacks.length > 0)
  const noMailbox = solutions.some(({ business }) => !business.mailbox)
  if (open.length === 0 && !noMailbox) return null
  return (
    <section class="mend" aria-labelledby="mend">
      <h2 class="ds-heading" data-size="xs" id="mend">
        {t('business.mend.title')}
      </h2>
      <p>{t('business.mend.lead')}</p>
      {open.map(({ solution, lacks }) => (
        <div key={solution.id}>
          <p class="mend__of">{t('business.mend.of', { title: localText(solution.title).text || t('business.solutions.untitled') })}</p>
          <ul>
            {lacks.map((field) => (
              <li key={field}>
                <Link to={`/business/solutions/${solution.id}/edit?at=${field}`}>{t(`business.mend.${field}`)}</Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {noMailbox && (
        <div>
          <p class="mend__of">{t('business.mend.organisation')}</p>
          <ul>
            <li>
              <Link to="/organisation">{t('business.mend.mailbox')}</Link>
            </li>
          </ul>
        </div>
      )}
    </section>
  )
}
