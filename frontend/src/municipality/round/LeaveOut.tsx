import { useRef, useState } from 'preact/hooks'
import { api, asProblem, call, type Problem } from '~/api'
import { announce } from '~/app/announce'
import { CheckboxGroup, Details, FailedState } from '~/components'
import { formatTime, t } from '~/i18n'
import type { ResponseDetail } from './response'

export interface LeaveOutProps {
  responseId: string
  sections: ResponseDetail['sections']
  onChanged: (detail: ResponseDetail) => void
}

function differing(sections: ResponseDetail['sections'], leftOut: readonly string[]) {
  return sections.find((section) => leftOut.includes(String(section.goal)) !== section.leftOut)
}

/** The goals a municipality does not answer in this round; each choice is saved at once. */
export function LeaveOut({ responseId, sections, onChanged }: LeaveOutProps) {
  const [problem, setProblem] = useState<Problem | null>(null)
  // What is chosen stands at once; the server follows, one goal after the other.
  const [chosen, setChosen] = useState(() => sections.filter((section) => section.leftOut).map(({ goal }) => String(goal)))
  const wanted = useRef(chosen)
  const running = useRef(false)

  const choose = async (next: readonly string[]) => {
    setChosen([...next])
    wanted.current = [...next]
    setProblem(null)
    if (running.current) return
    running.current = true
    try {
      let now = sections
      for (let changed = differing(now, wanted.current); changed; changed = differing(now, wanted.current)) {
        const detail = await call(
          api.PUT('/responses/{responseId}/goals/{goal}/choice', { params: { path: { responseId, goal: changed.goal } }, body: { leftOut: !changed.leftOut } }),
        )
        now = detail.sections
        onChanged(detail)
      }
      announce(t('common.savedAt', { time: formatTime(Date.now()) }))
    } catch (thrown) {
      setProblem(asProblem(thrown))
    } finally {
      running.current = false
    }
  }

  return (
    <section class="section" aria-label={t('municipality.leaveOut.summary')}>
      <Details summary={t('municipality.leaveOut.summary')} open={false}>
        {problem && <FailedState problem={problem} />}
        <CheckboxGroup
          id="left-out"
          label={t('municipality.leaveOut.label')}
          help={t('municipality.leaveOut.help')}
          options={sections.map(({ goal, name }) => ({ value: String(goal), label: goal > 0 ? `${goal} ${name}` : name }))}
          value={chosen}
          onChange={(next) => void choose(next)}
        />
      </Details>
    </section>
  )
}
