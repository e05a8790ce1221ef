import { useEffect, useMemo, useState } from 'preact/hooks'
import { asProblem, type Problem } from '~/api'
import type { Answers, Form } from './form'
import type { evaluate, Standings } from './logic/evaluate'

interface Engine {
  evaluate: typeof evaluate
}

let kept: Engine | undefined

/** The moment as a form sees it: local time, without a zone. */
export function localNow(at: Date = new Date()): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`
}

/**
 * How it stands with every item, anew whenever an answer changes. What evaluates expressions is fetched
 * when a form is first shown: most pages have no use for it. Undefined while it is on its way.
 */
export function useStandings(form: Form, answers: Answers): { standings: Standings | undefined; problem: Problem | undefined } {
  const [engine, setEngine] = useState(kept)
  const [problem, setProblem] = useState<Problem>()
  useEffect(() => {
    if (kept) return
    import('./logic/evaluate').then(
      (module) => setEngine((kept = module)),
      (thrown: unknown) => setProblem(asProblem(thrown)),
    )
  }, [])
  const standings = useMemo(() => engine?.evaluate(form, answers, { now: localNow() }), [engine, form, answers])
  return { standings, problem }
}
