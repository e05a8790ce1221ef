import { useState } from 'preact/hooks'
import { api, asProblem, call, type components } from '~/api'
import { navigate } from '~/app/location'
import { Page } from '~/app/Page'
import type { PageProps } from '~/app/routes'
import { Alert, Button, ErrorSummary, type FormError, GoalBadge, Loaded, NumberField, Textarea } from '~/components'
import { type Form, useForm, useLoad } from '~/hooks'
import { formatValue, languages, t } from '~/i18n'
import type { Round } from '~/status'

type Target = components['schemas']['RoundTarget']
interface Typed {
  lower: number | null
  optimum: number | null
  green: number | null
  red: number | null
  reason: Readonly<Record<string, string>>
}

export default function TargetPage({ params }: PageProps) {
  const [roundId, code] = [params['id'] ?? '', params['code'] ?? '']
  const form = useForm()
  const load = useLoad(
    async (signal) => {
      const path = { roundId }
      const [round, targets] = await Promise.all([call(api.GET('/rounds/{roundId}', { params: { path }, signal })), call(api.GET('/rounds/{roundId}/targets', { params: { path }, signal }))])
      return { round, target: targets.items.find(({ indicator, settable }) => settable && indicator.code === code) }
    },
    [roundId, code],
  )
  const round = load.data?.round
  const indicator = load.data?.target?.indicator
  return (
    <Page
      title={t('region.target.title', { name: indicator?.name ?? code })}
      lead={round && t('region.target.lead', { round: round.name })}
      above={indicator && <GoalBadge goal={indicator.goal} size="small" />}
      back={{ to: `/region/rounds/${roundId}`, label: round?.name ?? t('region.head.round') }}
      errors={form.errors.length > 0}
    >
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <Loaded load={load} isEmpty={({ target }) => !target} empty={<p>{t('region.targets.none')}</p>}>
        {({ target, round: of }) => target && <Edit target={target} round={of} form={form} />}
      </Loaded>
    </Page>
  )
}

/** What must be mended: both ends as different numbers, thresholds as numbers, and a reason in some language. */
export function targetErrors({ lower, optimum, green, red, reason }: Typed): FormError[] {
  const number = (value: number | null) => value !== null && Number.isFinite(value)
  const optional = (field: string, value: number | null) => (value === null || number(value) ? [] : [{ field, message: t('region.target.notNumber') }])
  return [
    ...(number(lower) ? [] : [{ field: 'lower', message: t('region.target.lowerMissing') }]),
    ...(number(optimum) ? [] : [{ field: 'optimum', message: t('region.target.optimumMissing') }]),
    ...(number(lower) && lower === optimum ? [{ field: 'optimum', message: t('region.target.same') }] : []),
    ...optional('green', green),
    ...optional('red', red),
    ...(Object.values(reason).some((text) => text.trim().length >= 3) ? [] : [{ field: 'reason-nb', message: t('region.target.reasonMissing') }]),
  ]
}

function Edit({ target, round, form }: { target: Target; round: Round; form: Form }) {
  const { indicator } = target
  const [typed, setTyped] = useState<Typed>({ lower: target.lower ?? null, optimum: target.optimum ?? null, green: target.green ?? null, red: target.red ?? null, reason: target.reason })
  const [theirs, setTheirs] = useState<Target | null>(null)
  const change = (some: Partial<Typed>) => setTyped((before) => ({ ...before, ...some }))
  const version = (theirs ?? target).version

  const send = () =>
    form.send(
      typed,
      async ({ lower, optimum, green, red, reason }) => {
        const kept = Object.fromEntries(Object.entries(reason).filter(([, text]) => text.trim() !== ''))
        const body = { lower: lower ?? 0, optimum: optimum ?? 0, reason: kept, ...(green === null ? {} : { green }), ...(red === null ? {} : { red }) }
        try {
          await call(api.PUT('/rounds/{roundId}/targets/{code}', { body, params: { path: { roundId: round.id, code: indicator.code }, header: { 'If-Match': `"${version}"` } } }))
        } catch (thrown) {
          const problem = asProblem(thrown)
          if (problem.kind !== 'stale' || !problem.current) throw problem
          setTheirs(problem.current as Target)
          return
        }
        navigate(`/region/rounds/${round.id}`)
      },
      targetErrors,
    )

  const field = (name: 'lower' | 'optimum' | 'green' | 'red', optional: boolean) => (
    <NumberField id={name} label={t(`region.target.${name}`)} unit={indicator.unit || undefined} optional={optional} error={form.error(name)} value={typed[name]} onChange={(value) => change({ [name]: value })} />
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
          <p>{t('region.target.stale', { lower: formatValue(theirs.lower, indicator), optimum: formatValue(theirs.optimum, indicator) })}</p>
        </Alert>
      )}
      {field('lower', false)}
      {field('optimum', false)}
      <fieldset class="ds-fieldset stack">
        <legend class="ds-label" data-weight="medium">
          {t('region.target.thresholds')}
        </legend>
        <p class="meta">{t('region.target.thresholdHelp')}</p>
        {field('green', true)}
        {field('red', true)}
      </fieldset>
      {languages.map((language, i) => (
        <Textarea
          key={language}
          id={`reason-${language}`}
          label={t('region.target.reason', { language: t(`common.inLanguage.${language}`) })}
          help={i === 0 ? t('region.target.reasonHelp') : undefined}
          optional={i > 0}
          lang={language}
          maxLength={4000}
          error={form.error(`reason-${language}`) ?? (i === 0 ? form.error('reason') : undefined)}
          value={typed.reason[language] ?? ''}
          onChange={(text) => change({ reason: { ...typed.reason, [language]: text } })}
        />
      ))}
      <div class="actions">
        <Button type="submit" busy={form.busy}>
          {t('region.target.save')}
        </Button>
      </div>
    </form>
  )
}
