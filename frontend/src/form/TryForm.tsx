import { useState } from 'preact/hooks'
import { Alert, Button, ErrorSummary, FailedState, Skeleton } from '~/components'
import { t } from '~/i18n'
import { errorsIn } from './field/errors'
import { Items } from './field/ItemField'
import type { Place } from './field/place'
import type { Answers, Form } from './form'
import { useStandings } from './useStandings'

/** A form to be tried out: it behaves as for those who will answer, and nothing of it is kept. */
export function TryForm({ form, language }: { form: Form; language: string }) {
  const [answers, setAnswers] = useState<Answers>({})
  const [attempt, setAttempt] = useState(0)
  const { standings, problem } = useStandings(form, answers)
  if (problem) return <FailedState problem={problem} />
  if (!standings) return <Skeleton lines={6} />
  const place: Place = {
    form,
    language,
    prefix: 'try',
    answers,
    standings,
    tried: attempt > 0,
    refused: () => undefined,
    change: (name, value) => setAnswers((before) => ({ ...before, [name]: value })),
    leave: () => undefined,
  }
  const errors = attempt > 0 ? errorsIn(place, form.items) : []
  return (
    <>
      <ErrorSummary errors={errors} attempt={attempt} />
      <div class="form-items form-tried">
        <Items place={place} items={form.items} />
      </div>
      {attempt > 0 && errors.length === 0 && (
        <Alert tone="success" live>
          <p>{t('form.tryWhole')}</p>
        </Alert>
      )}
      <div class="actions">
        <Button variant="secondary" onClick={() => setAttempt((n) => n + 1)}>
          {t('form.tryFinish')}
        </Button>
        <Button
          variant="tertiary"
          onClick={() => {
            setAnswers({})
            setAttempt(0)
          }}
        >
          {t('form.tryAgain')}
        </Button>
      </div>
    </>
  )
}
