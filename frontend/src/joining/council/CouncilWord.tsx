import { useState } from 'preact/hooks'
import { api, call } from '~/api'
import { announce } from '~/app/announce'
import { Link } from '~/app/Link'
import { Button, Dialog, ErrorSummary, RadioGroup, Textarea, TextField } from '~/components'
import { useForm } from '~/hooks'
import { t } from '~/i18n'
import { type CouncilDecision, whereDecided } from '../participation'

/** What the regional council itself said, apart from what municipalities decided, and the form to record it. */
export function CouncilWord({ region, items, runs, onChanged }: { region: string; items: readonly CouncilDecision[]; runs: boolean; onChanged: () => void }) {
  const [edited, setEdited] = useState<CouncilDecision | 'new' | null>(null)
  return (
    <section class="section" aria-labelledby="said">
      <h2 class="ds-heading" data-size="sm" id="said">
        {t('joining.said.title')}
      </h2>
      <p class="prose">{t('joining.said.lead')}</p>
      {items.length === 0 ? (
        <p class="meta">{t('joining.said.none')}</p>
      ) : (
        <ul class="rows">
          {items.map((one) => (
            <li key={one.id}>
              <strong>{t(`joining.council.${one.outcome}`)}</strong>
              <div class="meta">{whereDecided(one)}</div>
              {one.text && <p class="typed">{one.text}</p>}
              {runs && (
                <Button small variant="tertiary" onClick={() => setEdited(one)}>
                  {t('joining.said.edit')}
                  <span class="ds-sr-only"> – {whereDecided(one)}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <div class="actions">
        {runs && (
          <Button variant="secondary" onClick={() => setEdited('new')}>
            {t('joining.said.add')}
          </Button>
        )}
        <Link to={`/join/${region}/paper`}>{t('joining.said.paper')}</Link>
      </div>
      {edited && (
        <WordForm
          region={region}
          before={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
          onSaved={() => {
            setEdited(null)
            onChanged()
          }}
        />
      )}
    </section>
  )
}

function WordForm({ region, before, onClose, onSaved }: { region: string; before: CouncilDecision | null; onClose: () => void; onSaved: () => void }) {
  const form = useForm()
  const [outcome, setOutcome] = useState<CouncilDecision['outcome'] | null>(before?.outcome ?? 'noted')
  const [body, setBody] = useState(before?.body ?? '')
  const [decidedOn, setDecidedOn] = useState(before?.decidedOn ?? '')
  const [reference, setReference] = useState(before?.reference ?? '')
  const [text, setText] = useState(before?.text ?? '')
  const send = () =>
    form.send(
      { outcome: outcome ?? 'noted', body: body.trim(), decidedOn, reference: reference.trim(), text: text.trim() },
      async (said, key) => {
        const path = { regionId: region }
        await (before
          ? call(api.PUT('/regions/{regionId}/council-decisions/{decisionId}', { body: said, params: { path: { ...path, decisionId: before.id }, header: { 'If-Match': `"${before.version}"` } } }))
          : call(api.POST('/regions/{regionId}/council-decisions', { body: said, params: { path, header: { 'Idempotency-Key': key } } })))
        announce(t('joining.said.saved'))
        onSaved()
      },
      (said) => [
        ...(said.body ? [] : [{ field: 'body', message: t('joining.said.bodyMissing') }]),
        ...(said.decidedOn ? [] : [{ field: 'decidedOn', message: t('joining.said.dateMissing') }]),
      ],
    )
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('joining.said.add')}
      actions={
        <>
          <Button busy={form.busy} onClick={() => void send()}>
            {t('joining.said.save')}
          </Button>
          <Button variant="secondary" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </>
      }
    >
      <div class="stack">
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <RadioGroup
          id="outcome"
          label={t('joining.said.outcome')}
          options={(['noted', 'recommended'] as const).map((value) => ({ value, label: t(`joining.council.${value}`) }))}
          value={outcome}
          onChange={setOutcome}
        />
        <TextField id="body" label={t('joining.said.body')} maxLength={200} error={form.error('body')} value={body} onChange={setBody} />
        <TextField id="decidedOn" type="date" label={t('joining.said.on')} error={form.error('decidedOn')} value={decidedOn} onChange={setDecidedOn} />
        <TextField id="reference" label={t('joining.said.reference')} optional maxLength={100} error={form.error('reference')} value={reference} onChange={setReference} />
        <Textarea id="text" label={t('joining.said.text')} optional maxLength={4000} error={form.error('text')} value={text} onChange={setText} />
      </div>
    </Dialog>
  )
}
