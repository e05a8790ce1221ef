import { useState } from 'preact/hooks'
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

/** The goals a municipality does not answer in this round; each choice is saved at once. */
export function LeaveOut({ responseId, sections, onChanged }: LeaveOutProps) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const leftOut = sections.filter((section) => section.leftOut).map(({ goal }) => String(goal))

  const choose = async (chosen: readonly string[]) => {
    const changed = sections.find((section) => chosen.includes(String(section.goal)) !== section.leftOut)
    if (!changed || busy) return
    setBusy(true)
    setProblem(null)
    try {
      onChanged(
        await call(api.PUT('/responses/{responseId}/goals/{goal}/choice', { params: { path: { responseId, goal: changed.goal } }, body: { leftOut: !changed.leftOut } })),
      )
      announce(t('common.savedAt', { time: formatTime(Date.now()) }))
    } catch (thrown) {
      setProblem(asProblem(thrown))
    } finally {
      setBusy(false)
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
          options={sections.map(({ goal, name }) => ({ value: String(goal), label: `${goal} ${name}` }))}
          value={leftOut}
          onChange={(chosen) => void choose(chosen)}
        />
      </Details>
    </section>
  )
}
