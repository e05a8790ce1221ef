import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { usePlace } from '~/app/location'
import { FailedState, type FormError, goToField, Skeleton } from '~/components'
import type { SaveState } from '~/hooks/saver'
import { language } from '~/i18n'
import { useStandings } from '~/form/useStandings'
import { OwnFields, ownErrors, placeOf } from './OwnFields'
import { type OwnQuestions, useEntries } from './useEntries'

/** How it stands with the own questions of a page, for the form that they are a part of. */
export interface OwnReport {
  state: SaveState
  /** What must be mended before one goes on. */
  errors: readonly FormError[]
  /** Something is typed that can't be saved as it is. */
  unfinished: boolean
  /** Saves what was typed; tells how it stands then. */
  leave: () => Promise<SaveState>
}

export interface OwnPartProps {
  responseId: string
  goal: number
  own: OwnQuestions
  /** The person has tried to go on: what is missing is marked. */
  tried: boolean
  onReport: (report: OwnReport) => void
}

/** The own questions of a goal's page while they are answered. */
export function OwnPart({ responseId, goal, own, tried, onReport }: OwnPartProps) {
  const entries = useEntries(responseId, own)
  const { standings, problem } = useStandings(own.form, entries.answers)
  const place = standings && placeOf(own.form, entries, standings, tried, language(), responseId)
  const reported = useRef('')
  useLayoutEffect(() => {
    const report = { state: entries.saver.state(), errors: place ? ownErrors(place, goal) : [], unfinished: entries.unfinished() }
    const text = JSON.stringify(report)
    if (text === reported.current) return
    reported.current = text
    onReport({ ...report, leave: () => entries.saver.leave().then(() => entries.saver.state()) })
  })
  const wanted = usePlace().query.get('question')
  const there = place !== undefined
  useEffect(() => {
    if (there && wanted) goToField(`${place.prefix}-${wanted}`)
  }, [there, wanted])
  if (problem) return <FailedState problem={problem} />
  if (!place) return <Skeleton lines={6} />
  return <OwnFields place={place} goal={goal} entries={entries} />
}

const worst: readonly SaveState['kind'][] = ['conflict', 'offline', 'signedOut', 'refused', 'failed', 'saving']

/** How it stands with what is saved in two ways: the worse of both, else the later. */
export function bothStates(a: SaveState, b: SaveState): SaveState {
  const bad = worst.find((kind) => a.kind === kind || b.kind === kind)
  if (bad) return a.kind === bad ? a : b
  if (a.kind === 'saved' && b.kind === 'saved') return a.at > b.at ? a : b
  return a.kind === 'saved' ? a : b
}
