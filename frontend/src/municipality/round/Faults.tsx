import { useEffect, useRef } from 'preact/hooks'
import type { components } from '~/api'
import { Link } from '~/app/Link'
import { t } from '~/i18n'
import { pagesOf } from './response'

type Fault = components['schemas']['AnswerFault']

/** Before anybody has tried to send: how much is left, goal by goal. */
function Left({ responseId, faults }: Pick<FaultsProps, 'responseId' | 'faults'>) {
  const { goal } = pagesOf(responseId)
  const goals = [...new Set(faults.map((fault) => fault.goal))]
  return (
    <section class="left-to-do" aria-labelledby="left-title">
      <h2 class="ds-heading" data-size="xs" id="left-title">
        {t('municipality.check.left', { n: faults.length })}
      </h2>
      <ul class="left-to-do__goals">
        {goals.map((one) => (
          <li key={one}>
            <Link to={goal(one)}>{leftIn(one, faults.filter((fault) => fault.goal === one).length)}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

const leftIn = (goal: number, n: number) => (goal === 0 ? t('municipality.check.leftInGeneral', { n }) : t('municipality.check.leftIn', { goal, n }))

export interface FaultsProps {
  responseId: string
  faults: readonly Fault[]
  /** Names of the questions by code. */
  names: ReadonlyMap<string, string>
  /** Counts the tries to send; before the first it is a list of what is left, after it an error that takes focus. */
  attempt: number
}

/** What must be in place before the response can go on; each entry leads to its question. */
export function Faults({ responseId, faults, names, attempt }: FaultsProps) {
  const box = useRef<HTMLDivElement>(null)
  const { goal } = pagesOf(responseId)
  const any = faults.length > 0
  useEffect(() => {
    if (attempt === 0 || !any) return
    box.current?.focus({ preventScroll: true })
    box.current?.scrollIntoView({ block: 'start' })
  }, [attempt, any])
  if (!any) return null
  if (attempt === 0) return <Left responseId={responseId} faults={faults} />
  return (
    <div class="ds-error-summary" tabIndex={-1} ref={box} role="group" aria-labelledby="faults-title">
      <h2 class="ds-heading" data-size="xs" id="faults-title">
        {t('errors.summary', { n: faults.length })}
      </h2>
      <ul class="ds-list">
        {faults.map((fault) => (
          <li key={`${fault.code} ${fault.row ?? 0} ${fault.message}`}>
            <Link to={`${goal(fault.goal)}?question=${encodeURIComponent(fault.code)}&from=check`}>{names.get(fault.code) ?? fault.code}</Link>: {fault.message}
          </li>
        ))}
      </ul>
    </div>
  )
}
