import { api, call, type components } from '~/api'
import { Link } from '~/app/Link'
import { Details, GoalBadge, Table, Tag } from '~/components'
import { useLoad } from '~/hooks'
import { formatList, formatNumber, t } from '~/i18n'
import { timeText } from './time'
import './start.css'

type Start = components['schemas']['FirstStart']
type Step = Start['steps'][number]

/** What a municipality begins with; shown until the steps that take minutes are done. What is done is worked out anew, so that it can be left at any time. */
export function FirstStart({ responseId }: { responseId: string }) {
  const load = useLoad((signal) => call(api.GET('/responses/{responseId}/start', { params: { path: { responseId } }, signal })), [responseId])
  const start = load.data
  // Nothing stands still for it: where it cannot be had, the page goes on without.
  if (!start || start.steps.filter(({ key }) => key !== 'answer' && key !== 'review').every(({ done }) => done)) return null
  return (
    <section class="section" aria-labelledby="start">
      <h2 class="ds-heading" data-size="sm" id="start">
        {t('joining.start.title')}
      </h2>
      <p class="prose">{t('joining.start.lead')}</p>
      <p class="figures">
        {formatList([t('joining.start.filled', { n: start.filled }), t('joining.start.answered', { n: start.answered }), t('joining.start.missing', { n: start.missing })])}.{' '}
        {t('joining.start.time', { time: timeText(start.minutes) })}
      </p>
      <Steps start={start} />
      <Details summary={t('joining.start.timeOf')}>
        <Work start={start} />
      </Details>
      {start.ask.length > 0 && (
        <Details summary={t('joining.start.who')}>
          <Ask start={start} />
        </Details>
      )}
    </section>
  )
}

function Steps({ start }: { start: Start }) {
  const next = start.steps.find(({ done }) => !done)
  return (
    <ol class="start__steps">
      {start.steps.map((step) => (
        <li key={step.key} aria-current={step === next ? 'step' : undefined}>
          <StepLine step={step} responseId={start.responseId} next={step === next} />
        </li>
      ))}
    </ol>
  )
}

function StepLine({ step: { key, done, minutes, goal }, responseId, next }: { step: Step; responseId: string; next: boolean }) {
  const list = `/municipality/rounds/${responseId}`
  const to = { decision: '/municipality/joining', team: '/municipality/team', review: `${list}/check` }[key as string] ?? (goal ? `${list}/goals/${goal}` : list)
  return (
    <>
      {done ? t(`joining.start.step.${key}`) : <Link to={to}>{t(`joining.start.step.${key}`)}</Link>}{' '}
      {done ? <Tag tone="success">{t('joining.start.done')}</Tag> : next ? <Tag tone="accent">{t('joining.start.now')}</Tag> : <Tag>{t('joining.start.open')}</Tag>}{' '}
      {!done && minutes > 0 && <span class="meta figures">{t('joining.start.about', { time: timeText(minutes) })}</span>}
    </>
  )
}

/** What the estimate is made of, so that nobody takes it for a measurement. */
function Work({ start: { work } }: { start: Start }) {
  return (
    <>
      <p>{t('joining.start.timeNote')}</p>
      <Table
        caption={t('joining.start.timeOf')}
        hideCaption
        rows={work}
        rowKey={({ kind }) => kind}
        columns={[
          { key: 'kind', head: t('joining.start.kindHead'), rowHead: true, cell: ({ kind }) => t(`joining.start.kind.${kind}`) },
          { key: 'count', head: t('joining.start.countHead'), numeric: true, cell: ({ count }) => formatNumber(count) },
          { key: 'each', head: t('joining.start.eachHead'), numeric: true, cell: ({ each }) => formatNumber(each) },
          { key: 'sum', head: t('joining.start.sumHead'), numeric: true, cell: ({ count, each }) => formatNumber(count * each) },
        ]}
      />
    </>
  )
}

function Ask({ start: { ask } }: { start: Start }) {
  return (
    <>
      <p>{t('joining.start.whoNote')}</p>
      <ul class="rows">
        {ask.map(({ who, names, minutes, questions }) => (
          <li key={who}>
            <strong>{[who, ...names].join(' – ')}</strong>{' '}
            <span class="meta figures">
              {t('joining.start.questions', { n: questions.length })}, {t('joining.start.about', { time: timeText(minutes) })}
            </span>
            <ul class="start__questions">
              {questions.map(({ code, goal, name }) => (
                <li key={code}>
                  <GoalBadge goal={goal} label={t('joining.start.goal', { goal })} size="small" /> {name}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  )
}
