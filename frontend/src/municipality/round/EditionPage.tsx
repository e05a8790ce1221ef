import { useEffect, useState } from 'preact/hooks'
import { api, asProblem, call, type components } from '~/api'
import { announce } from '~/app/announce'
import { Link } from '~/app/Link'
import { Page } from '~/app/Page'
import type { PageProps } from '~/app/routes'
import { Alert, Button, ErrorSummary, Loaded, Select, Skeleton } from '~/components'
import { useForm, useLoad } from '~/hooks'
import { formatDateTime, t } from '~/i18n'
import { MovedAnswers } from './MovedAnswers'
import { pagesOf } from './response'
import '../municipality.css'

type Editions = components['schemas']['ResponseEditions']
type Move = components['schemas']['MovedResponse']

/** Where a response is moved to another edition of its questionnaire: what that does stands here before it is done. */
export default function EditionPage({ params }: PageProps) {
  const responseId = params['id'] ?? ''
  const load = useLoad((signal) => call(api.GET('/responses/{responseId}/edition', { params: { path: { responseId } }, signal })), [responseId])
  const response = load.data?.response
  return (
    <Page
      title={t('questionnaires.move.title')}
      lead={t('questionnaires.move.lead')}
      above={response && `${response.municipality.name}, ${response.round.name}`}
      back={{ to: pagesOf(responseId).list, label: t('municipality.goal.toList') }}
    >
      <Loaded load={load}>{(editions) => <Shown key={editions.current.questionnaireVersionId} responseId={responseId} editions={editions} onStale={load.reload} />}</Loaded>
    </Page>
  )
}

const named = ({ edition, publishedAt }: Editions['current']) => t('questionnaires.move.edition', { number: edition, time: formatDateTime(publishedAt) })

function Shown({ responseId, editions: { response, current, others, editable }, onStale }: { responseId: string; editions: Editions; onStale: () => void }) {
  const [to, setTo] = useState(others[0]?.questionnaireVersionId ?? '')
  const [done, setDone] = useState<Move | null>(null)
  const form = useForm()
  const path = { responseId }
  const header = { 'If-Match': `"${response.version}"` }
  const send = (preview: boolean) => call(api.PUT('/responses/{responseId}/edition', { params: { path, header }, body: { preview, questionnaireVersionId: to } }))
  const orStale = (thrown: unknown): never => {
    const problem = asProblem(thrown)
    if (problem.kind === 'stale') onStale()
    throw problem
  }
  const look = useLoad(async () => (editable && to ? await send(true).catch(orStale) : null), [to, response.version])

  const move = () =>
    form.send({ to, version: response.version }, async () => {
      setDone(await send(false).catch(orStale))
      announce(t('questionnaires.move.done', { number: others.find(({ questionnaireVersionId }) => questionnaireVersionId === to)?.edition ?? '' }))
    })

  if (done) return <Result responseId={responseId} move={done} />
  return (
    <>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <p>{current.edition > 0 ? t('questionnaires.move.now', { edition: named(current) }) : t('questionnaires.move.ofCatalogue')}</p>
      {others.length === 0 && current.edition > 0 && <p>{t('questionnaires.move.none')}</p>}
      {others.length > 0 && !editable && <p>{t('questionnaires.move.locked')}</p>}
      {others.length > 0 && editable && (
        <>
          <Select id="edition" label={t('questionnaires.move.to')} options={others.map((one) => ({ value: one.questionnaireVersionId, label: named(one) }))} value={to} onChange={setTo} />
          <Loaded load={look} skeleton={<Skeleton lines={6} />}>
            {(would) =>
              would && (
                <>
                  <MovedAnswers id="lost" title={t('questionnaires.move.lost', { n: would.lost.length })} help={would.lost.length > 0 ? t('questionnaires.move.lostHelp') : undefined} answers={would.lost} />
                  <MovedAnswers id="added" title={t('questionnaires.move.added', { n: would.added.length })} answers={would.added} />
                  <MovedAnswers id="carried" title={t('questionnaires.move.carried', { n: would.carried.length })} answers={would.carried} folded />
                  <Button busy={form.busy} onClick={() => void move()}>
                    {t('questionnaires.move.do', { number: would.to.edition })}
                  </Button>
                </>
              )
            }
          </Loaded>
        </>
      )}
    </>
  )
}

/** What was moved. It takes the focus: the button that was pressed is gone. */
function Result({ responseId, move }: { responseId: string; move: Move }) {
  useEffect(() => document.getElementById('moved')?.focus(), [])
  return (
    <>
      <div id="moved" tabIndex={-1}>
        <Alert tone={move.lost.length > 0 ? 'warning' : 'success'} title={t('questionnaires.move.done', { number: move.to.edition })}>
          <p>{t('questionnaires.move.carried', { n: move.carried.length })}</p>
        </Alert>
      </div>
      {move.lost.length > 0 && <MovedAnswers id="lost" title={t('questionnaires.move.lost', { n: move.lost.length })} help={t('questionnaires.move.lostKept')} answers={move.lost} />}
      {move.added.length > 0 && <MovedAnswers id="added" title={t('questionnaires.move.added', { n: move.added.length })} answers={move.added} />}
      <p class="section">
        <Link look="primary" to={pagesOf(responseId).list}>
          {t('municipality.goal.toList')}
        </Link>
      </p>
    </>
  )
}
