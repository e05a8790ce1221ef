import { useRef, useState } from 'preact/hooks'
import { api, call } from '~/api'
import { announce } from '~/app/announce'
import { setQuery, usePlace } from '~/app/location'
import { Page } from '~/app/Page'
import { useSession } from '~/app/session'
import { Button, ErrorSummary, Loaded, Select, Skeleton } from '~/components'
import { type Form, type Goal, useForm, useGoals, useLoad } from '~/hooks'
import { formatDate, language, t } from '~/i18n'
import { type Judgement } from './judgement'
import { JudgementForm } from './JudgementForm'
import { JudgementList } from './JudgementList'
import '../municipality.css'
import './strengths.css'

/** What a municipality sees as its own strengths and weaknesses: one dated list that is carried from round to round. */
export default function StrengthsPage() {
  const session = useSession()
  const form = useForm()
  const { query } = usePlace()
  const round = query.get('round') ?? ''
  const goals = useGoals()
  const load = useLoad(
    async (signal) => {
      const [now, then, responses] = await Promise.all([
        call(api.GET('/judgements', { signal })),
        round ? call(api.GET('/judgements', { params: { query: { round } }, signal })) : undefined,
        call(api.GET('/responses', { signal })),
      ])
      return { items: now.items, then: then?.at ? then.items : undefined, responses: responses.items }
    },
    [round],
  )
  return (
    <Page title={t('strengths.title')} above={session.state === 'signedIn' && session.data.organisation?.name} lead={t('strengths.lead')} back={{ to: '/municipality', label: t('municipality.round.toFront') }} errors={form.errors.length > 0}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <Loaded load={load} skeleton={<Skeleton lines={8} />}>
        {({ items, then, responses }) => (
          <>
            {items.length > 0 && (
              <Compare round={round} rounds={responses.filter(({ submittedAt }) => submittedAt).map(({ round: { id, name }, submittedAt }) => ({ id, name, at: submittedAt ?? '' }))} />
            )}
            <Lists form={form} items={items} then={then} goals={goals.data ?? []} goal={query.get('goal') ?? ''} onSaved={load.reload} />
            {items.length > 0 && (
              <p class="actions section no-print">
                <a class="ds-link" href={`/api/v1/judgement-table?${new URLSearchParams({ lang: language(), ...(round ? { round } : {}) })}`} download>
                  {t(round ? 'strengths.csvThen' : 'strengths.csv')}
                </a>
                <Button variant="secondary" onClick={() => print()}>
                  {t('strengths.print')}
                </Button>
              </p>
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Compare({ round, rounds }: { round: string; rounds: readonly { id: string; name: string; at: string }[] }) {
  if (rounds.length === 0) return null
  return (
    <div class="no-print strengths__compare">
      <Select
        id="compare"
        label={t('strengths.compare')}
        empty={t('strengths.compareNone')}
        options={rounds.map(({ id, name, at }) => ({ value: id, label: t('strengths.compareWith', { name, date: formatDate(at) }) }))}
        value={round}
        onChange={(wanted) => setQuery({ round: wanted || null })}
      />
    </div>
  )
}

interface ListsProps {
  form: Form
  items: readonly Judgement[]
  then: readonly Judgement[] | undefined
  goals: readonly Goal[]
  goal: string
  onSaved: () => void
}

function Lists({ form, items, then, goals, goal, onSaved }: ListsProps) {
  const [changing, setChanging] = useState<Judgement | null>(null)
  const top = useRef<HTMLDivElement>(null)
  const holding = items.filter(({ endedOn }) => !endedOn)
  const onChange = (one: Judgement) => {
    setChanging(one)
    top.current?.scrollIntoView()
    top.current?.focus({ preventScroll: true })
  }
  const shared = { goals, then, onChange }
  return (
    <>
      {items.length === 0 && <p>{t('strengths.none')}</p>}
      <JudgementList title={t('strengths.strengths', { n: holding.filter(({ kind }) => kind === 'strength').length })} items={holding.filter(({ kind }) => kind === 'strength')} {...shared} />
      <JudgementList title={t('strengths.weaknesses', { n: holding.filter(({ kind }) => kind === 'weakness').length })} items={holding.filter(({ kind }) => kind === 'weakness')} {...shared} />
      <JudgementList title={t('strengths.noLonger')} items={items.filter(({ endedOn }) => endedOn)} {...shared} />
      <div class="section" ref={top} tabIndex={-1}>
        <JudgementForm
          key={changing ? `${changing.id} ${changing.version}` : 'new'}
          form={form}
          goals={goals}
          goal={goal}
          changing={changing}
          onDone={() => {
            announce(t('strengths.saved'))
            setChanging(null)
            onSaved()
          }}
          onCancel={() => setChanging(null)}
        />
      </div>
    </>
  )
}
