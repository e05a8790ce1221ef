import { useState } from 'preact/hooks'
import { api, call } from '~/api'
import { announce } from '~/app/announce'
import { Link } from '~/app/Link'
import { Alert, Button, Dialog, ErrorSummary } from '~/components'
import { useForm } from '~/hooks'
import { formatDate, t } from '~/i18n'
import type { Solution } from '../useSolutions'
import { lacking } from './draft'

/** Where a solution is on its way, in words, and the one thing to do next. */
export function SolutionNext({ solution, onChanged }: { solution: Solution; onChanged: (solution: Solution) => void }) {
  const edit = `/business/solutions/${solution.id}/edit`
  const lacks = lacking(solution)
  return (
    <section class="solution-next" aria-labelledby="next">
      <h2 class="ds-heading" data-size="xs" id="next">
        {t(solution.actions.includes('submit') ? 'business.solution.next' : 'business.solution.standing')}
      </h2>
      <Standing solution={solution} />
      {solution.actions.includes('submit') &&
        (lacks.length > 0 ? (
          <>
            <p>{t('business.solution.lacking')}</p>
            <ul>
              {lacks.map((lack) => (
                <li key={lack}>
                  <Link to={`${edit}?at=${lack}`}>{t(`business.solution.lack.${lack}`)}</Link>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <Send solution={solution} onSent={onChanged} />
        ))}
    </section>
  )
}

function Standing({ solution }: { solution: Solution }) {
  switch (solution.state) {
    case 'submitted':
      return <p>{t('business.solution.submitted', { date: formatDate(solution.submittedAt ?? solution.updatedAt) })}</p>
    case 'published':
      return <p>{t('business.solution.published', { date: formatDate(solution.publishedAt ?? solution.updatedAt) })}</p>
    case 'returned':
      return (
        <Alert tone="warning">
          <p>{t('business.solution.returned')}</p>
          <blockquote class="solution-next__reason">{solution.returnReason}</blockquote>
          <p>{t('business.solution.returnedThen')}</p>
        </Alert>
      )
    default:
      return <p>{t(`business.solution.${solution.state}`)}</p>
  }
}

function Send({ solution, onSent }: { solution: Solution; onSent: (solution: Solution) => void }) {
  const [asking, setAsking] = useState(false)
  const form = useForm()
  return (
    <>
      <div class="actions">
        <Button onClick={() => setAsking(true)}>{t('business.solution.send')}</Button>
        <Link to={`/business/solutions/${solution.id}/edit`}>{t('business.solution.edit')}</Link>
      </div>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('business.solution.sendTitle')}
        actions={
          <>
            <Button
              busy={form.busy}
              onClick={() =>
                void form.send(solution.version, async (_, key) => {
                  const path = { solutionId: solution.id }
                  const sent = await call(api.POST('/solutions/{solutionId}/submission', { params: { path, header: { 'Idempotency-Key': key } } }), { quiet: true })
                  setAsking(false)
                  announce(t('business.solution.sent'))
                  onSent(sent)
                })
              }
            >
              {t('business.solution.send')}
            </Button>
            <Button variant="secondary" onClick={() => setAsking(false)}>
              {t('common.cancel')}
            </Button>
          </>
        }
      >
        <ErrorSummary errors={form.errors.map(({ message }) => ({ field: '', message }))} attempt={form.attempt} />
        <ul>
          <li>{t('business.solution.sendText1')}</li>
          <li>{t('business.solution.sendText2')}</li>
          <li>{t('business.solution.sendText3')}</li>
        </ul>
      </Dialog>
    </>
  )
}
