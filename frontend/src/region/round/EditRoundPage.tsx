import { useState } from 'preact/hooks'
import { api, asProblem, callWithTag } from '~/api'
import { navigate } from '~/app/location'
import { Page } from '~/app/Page'
import type { PageProps } from '~/app/routes'
import { Alert, Button, ErrorSummary, Loaded } from '~/components'
import { type Form, useForm, useLoad } from '~/hooks'
import { formatDate, t } from '~/i18n'
import type { Round } from '~/status'
import { CohortSelect } from './CohortSelect'
import { dayOf, endOfDay, startOfDay } from './roundDates'
import { roundErrors, RoundFields, type RoundText } from './RoundFields'

export default function EditRoundPage({ params }: PageProps) {
  const roundId = params['id'] ?? ''
  const form = useForm()
  const load = useLoad((signal) => callWithTag(api.GET('/rounds/{roundId}', { params: { path: { roundId } }, signal })), [roundId])
  const name = load.data?.data.name ?? ''
  return (
    <Page title={t('region.form.editTitle', { name })} back={{ to: `/region/rounds/${roundId}`, label: name || t('region.head.round') }} errors={form.errors.length > 0}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <Loaded load={load}>{({ data, etag }) => <Edit round={data} etag={etag} form={form} />}</Loaded>
    </Page>
  )
}

function Edit({ round, etag, form }: { round: Round; etag: string | null; form: Form }) {
  const [value, setValue] = useState<RoundText>({ name: round.name, opensAt: dayOf(round.opensAt), closesAt: dayOf(round.closesAt), fourEyes: round.fourEyes })
  const [cohort, setCohort] = useState(round.cohort ?? '')
  const [theirs, setTheirs] = useState<Round | null>(null)
  const match = theirs ? `"${theirs.version}"` : (etag ?? `"${round.version}"`)

  const send = () =>
    form.send(
      { ...value, cohort },
      async (sent) => {
        // A day that wasn't touched keeps its hour.
        const opensAt = sent.opensAt === dayOf(round.opensAt) ? round.opensAt : startOfDay(sent.opensAt)
        const closesAt = sent.closesAt === dayOf(round.closesAt) ? round.closesAt : endOfDay(sent.closesAt)
        try {
          await callWithTag(api.PUT('/rounds/{roundId}', { body: { name: sent.name.trim(), opensAt, closesAt, fourEyes: sent.fourEyes, cohort: sent.cohort }, params: { path: { roundId: round.id }, header: { 'If-Match': match } } }))
        } catch (thrown) {
          const problem = asProblem(thrown)
          if (problem.kind !== 'stale' || !problem.current) throw problem
          setTheirs(problem.current as Round)
          return
        }
        navigate(`/region/rounds/${round.id}`)
      },
      roundErrors,
    )

  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {theirs && (
        <Alert tone="warning" live>
          <p>{t('region.form.stale', { name: theirs.name, opens: formatDate(theirs.opensAt), closes: formatDate(theirs.closesAt) })}</p>
        </Alert>
      )}
      <RoundFields form={form} value={value} onChange={setValue} />
      {round.state !== 'open' && <CohortSelect region={round.regionId} value={cohort} error={form.error('cohort')} onChange={setCohort} />}
      <div class="actions">
        <Button type="submit" busy={form.busy}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}
