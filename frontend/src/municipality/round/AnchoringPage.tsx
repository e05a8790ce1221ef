import { useState } from 'preact/hooks'
import { api, asProblem, call, type components } from '~/api'
import { announce } from '~/app/announce'
import { Page } from '~/app/Page'
import type { PageProps } from '~/app/routes'
import { Alert, Button, EmptyState, ErrorSummary, type FormError, Loaded, Tag, Textarea, TextField } from '~/components'
import { useForm, useLoad } from '~/hooks'
import { t } from '~/i18n'
import { Decision } from '~/review/Anchorings'
import { pagesOf, type ResponseDetail } from './response'
import '~/review/review.css'

type Anchoring = components['schemas']['Anchoring']
type Level = components['schemas']['AnchoringLevel']
type Edit = components['schemas']['AnchoringEdit']

const levels: readonly Level[] = ['administrative', 'political']

/** What the administration and the council have decided on the submitted answers, and what is missing. */
export default function AnchoringPage({ params }: PageProps) {
  const responseId = params['id'] ?? ''
  const load = useLoad(
    async (signal) => {
      const at = { params: { path: { responseId } }, signal }
      const [detail, anchorings] = await Promise.all([call(api.GET('/responses/{responseId}', at)), call(api.GET('/responses/{responseId}/anchorings', at))])
      return { detail, ...anchorings }
    },
    [responseId],
  )
  const response = load.data?.detail.response
  return (
    <Page
      title={t('review.anchor.title')}
      lead={t('review.anchor.lead')}
      above={response && `${response.municipality.name}, ${response.round.name}`}
      back={{ to: pagesOf(responseId).list, label: t('municipality.goal.toList') }}
    >
      <Loaded load={load} isEmpty={({ detail }) => detail.response.revision === 0} empty={<EmptyState title={t('review.anchor.notSubmitted')} />}>
        {({ detail, items, missing }) => {
          const locked = detail.locks.find(({ action }) => action === 'anchor')
          const earlier = items.filter(({ latest }) => !latest)
          return (
            <>
              {missing.length === 0 ? (
                <p>
                  <Tag tone="success">{t('review.anchor.badge')}</Tag>
                </p>
              ) : (
                <p>{t('review.anchor.missing', { levels: missing.map((level) => t(`review.anchor.${level}`).toLowerCase()).join(', ') })}</p>
              )}
              {locked && (
                <Alert>
                  <p>{locked.reason}</p>
                </Alert>
              )}
              {levels.map((level) => (
                <AtLevel key={level} detail={detail} level={level} one={items.find((item) => item.latest && item.level === level)} onChanged={load.reload} />
              ))}
              {earlier.length > 0 && (
                <section class="section" aria-labelledby="earlier-title">
                  <h2 class="ds-heading" data-size="sm" id="earlier-title">
                    {t('review.anchor.earlier')}
                  </h2>
                  {earlier.map((one) => (
                    <Decision key={`${one.revision}-${one.level}`} one={one} />
                  ))}
                </section>
              )}
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}

function AtLevel({ detail, level, one, onChanged }: { detail: ResponseDetail; level: Level; one: Anchoring | undefined; onChanged: () => void }) {
  const [changing, setChanging] = useState(false)
  const may = detail.actions.includes('anchor')
  return (
    <section class="section" aria-labelledby={`level-${level}`}>
      <h2 class="ds-heading" data-size="sm" id={`level-${level}`}>
        {t(`review.anchor.${level}`)}
      </h2>
      <p class="meta">{t(`review.anchor.${level}Help`)}</p>
      {one && !changing && <Decision one={one} headed />}
      {one && may && !changing && (
        <Button variant="tertiary" small onClick={() => setChanging(true)}>
          {t('review.anchor.change')}
          <span class="ds-sr-only"> – {t(`review.anchor.${level}`)}</span>
        </Button>
      )}
      {!one && !may && <p>{t('review.anchor.none')}</p>}
      {may && (!one || changing) && (
        <Fields
          key={one?.version ?? 0}
          responseId={detail.response.id}
          level={level}
          one={one}
          onSaved={() => {
            setChanging(false)
            onChanged()
          }}
        />
      )}
    </section>
  )
}

function Fields({ responseId, level, one, onSaved }: { responseId: string; level: Level; one: Anchoring | undefined; onSaved: () => void }) {
  const form = useForm()
  const [value, setValue] = useState<Edit>({ body: one?.body ?? '', caseNumber: one?.caseNumber ?? '', decidedOn: one?.decidedOn ?? '', text: one?.text ?? '', link: one?.link ?? '' })
  const id = (field: string) => `${level}-${field}`
  const error = (field: keyof Edit) => form.error(id(field)) ?? form.error(field)
  const check = (edit: Edit): FormError[] => [
    ...(edit.body.trim() ? [] : [{ field: id('body'), message: t('review.anchor.bodyMissing') }]),
    ...(edit.decidedOn ? [] : [{ field: id('decidedOn'), message: t('review.anchor.dateMissing') }]),
  ]
  const save = async () => {
    const saved = await form.send(
      value,
      async (body) => {
        try {
          await call(api.PUT('/responses/{responseId}/anchorings/{level}', { params: { path: { responseId, level }, header: { 'If-Match': `"${one?.version ?? 0}"` } }, body }))
        } catch (thrown) {
          // Somebody else was faster: what they recorded is shown in place of the fields.
          if (asProblem(thrown).kind === 'stale') onSaved()
          throw thrown
        }
      },
      check,
    )
    if (!saved) return
    announce(t('review.anchor.saved'))
    onSaved()
  }
  const set = (field: keyof Edit) => (text: string) => setValue({ ...value, [field]: text })
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <ErrorSummary errors={form.errors.map((one) => (one.field && !one.field.startsWith(level) ? { ...one, field: id(one.field) } : one))} attempt={form.attempt} />
      <TextField id={id('body')} label={t('review.anchor.body')} maxLength={200} error={error('body')} value={value.body} onChange={set('body')} />
      <TextField id={id('decidedOn')} type="date" characters={12} label={t('review.anchor.decidedOn')} error={error('decidedOn')} value={value.decidedOn} onChange={set('decidedOn')} />
      <TextField id={id('caseNumber')} optional characters={20} label={t('review.anchor.caseNumber')} maxLength={60} error={error('caseNumber')} value={value.caseNumber} onChange={set('caseNumber')} />
      <Textarea id={id('text')} optional label={t('review.anchor.text')} rows={3} maxLength={4000} error={error('text')} value={value.text} onChange={set('text')} />
      <TextField id={id('link')} type="url" optional label={t('review.anchor.web')} maxLength={300} error={error('link')} value={value.link} onChange={set('link')} />
      <div class="actions">
        <Button type="submit" busy={form.busy}>
          {t('review.anchor.save')}
          <span class="ds-sr-only"> – {t(`review.anchor.${level}`)}</span>
        </Button>
      </div>
    </form>
  )
}
