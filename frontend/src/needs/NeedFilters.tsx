import { useEffect, useRef, useState } from 'preact/hooks'
import { setQuery } from '~/app/location'
import { Select, TextField } from '~/components'
import { useGoals } from '~/hooks'
import { t } from '~/i18n'
import { regionOption, useRegions } from '~/status'
import { type DeadlineChoice, deadlineChoices, type NeedFilter } from './filters'

/** How long to wait for the next letter before searching. */
const pause = 300

/** A changed filter begins at the first page again. */
const choose = (changes: Readonly<Record<string, string | null>>) => setQuery({ pages: null, ...changes })

/** The filters of the list; they stand in the address and work at once. */
export function NeedFilters({ filter }: { filter: NeedFilter }) {
  const goals = useGoals().data ?? []
  // Needs belong to the regions that run rounds, not to counties and countries.
  const regions = (useRegions().data ?? []).filter(({ id, kind }) => kind === 'council' || kind === 'other' || id === filter.region)
  const [word, setWord] = useTyped(filter.word)
  return (
    <form class="need-filters" role="search" aria-label={t('needs.filters')} onSubmit={(event) => event.preventDefault()}>
      <TextField id="word" type="search" label={t('needs.word')} maxLength={100} autocomplete="off" value={word} onChange={setWord} />
      <Select
        id="goal"
        label={t('needs.goal')}
        empty={t('needs.goal.all')}
        options={goals.map(({ number, name }) => ({ value: String(number), label: `${number} ${name}` }))}
        value={filter.goal === null ? '' : String(filter.goal)}
        onChange={(goal: string) => choose({ goal })}
      />
      <Select
        id="region"
        label={t('needs.region')}
        empty={t('needs.region.all')}
        options={regions.map((region) => ({ value: region.id, label: regionOption(region) }))}
        value={filter.region ?? ''}
        onChange={(region: string) => choose({ region })}
      />
      <Select<DeadlineChoice>
        id="deadline"
        label={t('needs.deadline')}
        options={deadlineChoices.map((value) => ({ value, label: t(`needs.deadline.${value}`) }))}
        value={filter.deadline}
        onChange={(deadline) => choose({ deadline: deadline === 'open' ? null : deadline })}
      />
    </form>
  )
}

/** The word as it is typed; the address follows when the typing rests, and wins when it is changed from outside. */
function useTyped(inAddress: string): [string, (word: string) => void] {
  const [typed, setTyped] = useState(inAddress)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const sent = useRef(inAddress)
  useEffect(() => {
    if (inAddress !== sent.current) setTyped(inAddress)
    sent.current = inAddress
  }, [inAddress])
  useEffect(() => () => clearTimeout(timer.current), [])
  return [
    typed,
    (word) => {
      setTyped(word)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        sent.current = word.trim()
        choose({ q: sent.current })
      }, pause)
    },
  ]
}
