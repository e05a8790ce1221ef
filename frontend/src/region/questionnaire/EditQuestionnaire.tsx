import { useRef, useState } from 'preact/hooks'
import { api, asProblem, call, type components } from '~/api'
import { announce } from '~/app/announce'
import { navigate } from '~/app/location'
import { Button, CheckboxGroup, Details, Dialog, ErrorSummary, Select, TextField } from '~/components'
import { useForm, useUnsaved } from '~/hooks'
import { formatDateTime, language, t } from '~/i18n'
import { languageName } from '~/needs/Written'
import { FormEditor } from '~/form/edit/FormEditor'
import { nameOf } from '~/form/edit/names'
import type { Form } from '~/form/form'
import { TryForm } from '~/form/TryForm'
import { differences, merged, type Overtaking, settled, type Whose, type Written } from '~/form/edit/merge'
import { placedFaults } from './faults'
import { Overtaken } from './Overtaken'
import { TakeAlong } from './TakeAlong'

type Schemas = components['schemas']
export type Draft = Schemas['QuestionnaireDraft']

const isOther = (a: Written, b: Written) => JSON.stringify(a) !== JSON.stringify(b)
const emptyForm = ({ name }: Draft): Form => ({ id: nameOf(name) || 'q', version: '1', title: { [language()]: name }, languages: [language()], items: [] })
const writtenIn = (draft: Draft): Written => ({ name: draft.name, form: draft.form ?? emptyForm(draft), indicators: draft.indicators })

/** Somebody else saved meanwhile: what both changed, and what is chosen of it. */
interface Overtake {
  keys: string[]
  base: Written
  theirs: Written
  chosen: Readonly<Record<string, Whose>>
}

export interface EditQuestionnaireProps {
  draft: Draft
  indicators: readonly Schemas['Indicator'][]
  onSaved: (draft: Draft) => void
}

/** The questionnaire as it is being made. It is saved by a button: half an expression must not refuse what was typed before it. */
export function EditQuestionnaire({ draft: loaded, indicators, onSaved }: EditQuestionnaireProps) {
  const [draft, setDraft] = useState(loaded)
  const [name, setName] = useState(loaded.name)
  const [asked, setAsked] = useState<Form>(() => loaded.form ?? emptyForm(loaded))
  const [chosen, setChosen] = useState<readonly string[] | undefined>(loaded.indicators)
  const [asking, setAsking] = useState<'publish' | 'remove' | null>(null)
  const [overtaken, setOvertaken] = useState<Overtake | null>(null)
  const [trying, setTrying] = useState('')
  const form = useForm()
  const now: Written = { name, form: asked, indicators: chosen }
  const saved = useRef(now)
  // As it is written when an answer comes, which may be long after it was asked for.
  const latest = useRef(now)
  latest.current = now
  const dirty = isOther(saved.current, now)
  const leaving = useUnsaved(dirty)

  const faults = placedFaults(asked, form.errors)
  const path = { questionnaireId: draft.id }
  const tag = { 'If-Match': `"${draft.version}"` }

  const put = (written: Written) => {
    setName(written.name)
    setAsked(written.form)
    setChosen(written.indicators)
  }
  /** Shows what the server has, with what was typed since. */
  const takeIn = (overtaking: Overtaking) => {
    saved.current = overtaking.theirs
    put(isOther(overtaking.base, overtaking.mine) ? merged(overtaking) : overtaking.theirs)
  }
  const take = (next: Draft) => {
    setDraft(next)
    setOvertaken(null)
    onSaved(next)
  }
  const orStale = (thrown: unknown) => {
    const problem = asProblem(thrown)
    if (problem.kind !== 'stale' || !problem.current) throw problem
    const theirs = problem.current as Draft
    // What only one of the two changed is taken over at once; the rest is asked.
    const overtaking = { base: saved.current, mine: latest.current, theirs: writtenIn(theirs) }
    setOvertaken({ keys: differences(overtaking).flatMap(({ key, by }) => (by === 'both' ? [key] : [])), base: overtaking.base, theirs: overtaking.theirs, chosen: {} })
    takeIn(overtaking)
    setDraft(theirs)
    onSaved(theirs)
  }
  const save = () => {
    // What is chosen counts, also where it was not looked at before saving.
    const sent = overtaken ? settled({ ...overtaken, mine: now }, overtaken.chosen) : now
    if (overtaken) put(sent)
    return form.send({ name: sent.name.trim(), catalogueId: draft.catalogueId, form: sent.form as Schemas['Form'], ...(sent.indicators ? { indicators: [...sent.indicators] } : {}) }, async (body) => {
      try {
        const next = await call(api.PUT('/questionnaires/{questionnaireId}', { params: { path, header: tag }, body }))
        // What was typed meanwhile stays; else the server's own way of writing it is shown.
        takeIn({ base: sent, mine: latest.current, theirs: writtenIn(next) })
        take(next)
        announce(t('questionnaires.saved'))
      } catch (thrown) {
        orStale(thrown)
      }
    })
  }
  const publish = async () => {
    setAsking(null)
    await form.send({ publish: draft.version }, async (_, key) => {
      try {
        const next = await call(api.POST('/questionnaires/{questionnaireId}/editions', { params: { path, header: { ...tag, 'Idempotency-Key': key } } }))
        take(next)
        announce(t('questionnaires.publishedDone', { n: next.editions[0]?.edition ?? 1 }))
      } catch (thrown) {
        orStale(thrown)
      }
    })
  }
  const remove = async () => {
    setAsking(null)
    await form.send({ remove: draft.version }, async () => {
      try {
        await call(api.DELETE('/questionnaires/{questionnaireId}', { params: { path, header: tag } }))
        leaving()
        navigate('/region/questionnaires')
      } catch (thrown) {
        orStale(thrown)
      }
    })
  }

  const tryIn = asked.languages.includes(trying) ? trying : asked.languages.includes(language()) ? language() : (asked.languages[0] ?? language())
  return (
    <>
      <ErrorSummary errors={faults.map(({ id, message }) => ({ field: id, message }))} attempt={form.attempt} />
      {overtaken && (
        <Overtaken
          keys={overtaken.keys}
          by={{ ...overtaken, mine: now }}
          chosen={overtaken.chosen}
          onChoose={(chosen) => setOvertaken({ ...overtaken, chosen })}
          onUse={() => {
            put(settled({ ...overtaken, mine: now }, overtaken.chosen))
            setOvertaken(null)
          }}
        />
      )}
      <div class="form-edit">
        <TextField id="name" label={t('questionnaires.name')} maxLength={200} autocomplete="off" error={form.error('name')} value={name} onChange={setName} />
        <Details summary={`${t('questionnaires.indicators')}: ${chosen ? t('questionnaires.indicatorsChosen', { n: chosen.length, of: indicators.length }) : t('questionnaires.indicatorsAll')}`}>
          <CheckboxGroup
            id="indicators"
            label={t('questionnaires.indicatorsSome')}
            options={indicators.map(({ code, name: label }) => ({ value: code, label }))}
            value={chosen ?? indicators.map(({ code }) => code)}
            error={form.error('indicators')}
            onChange={(codes) => setChosen(codes.length === indicators.length ? undefined : codes)}
          />
        </Details>
      </div>
      <FormEditor form={asked} onChange={setAsked} faults={faults} indicators={indicators.map(({ code, name: label, goal }) => ({ code, name: label, goal }))} />
      <div class="save-bar save-bar--wide">
        <div class="actions">
          <Button busy={form.busy} onClick={() => void save()}>
            {t('questionnaires.save')}
          </Button>
          <Button variant="secondary" onClick={() => setAsking('publish')}>
            {t('questionnaires.publish')}
          </Button>
          <Button variant="tertiary" danger onClick={() => setAsking('remove')}>
            {t('questionnaires.remove')}
          </Button>
        </div>
        <p role="status">{dirty ? t('questionnaires.unsaved') : t('questionnaires.saved')}</p>
      </div>
      <section class="section" aria-labelledby="try-title">
        <h2 class="ds-heading" data-size="sm" id="try-title">
          {t('questionnaires.try')}
        </h2>
        <p class="prose">{t('questionnaires.tryLead')}</p>
        {asked.languages.length > 1 && <Select id="try-language" label={t('questionnaires.tryLanguage')} options={asked.languages.map((code) => ({ value: code, label: languageName(code) }))} value={tryIn} onChange={setTrying} />}
        <TryForm form={(dirty ? draft.form : asked) ?? asked} language={tryIn} />
      </section>
      <TakeAlong draft={draft} />
      <section class="section" aria-labelledby="editions-title">
        <h2 class="ds-heading" data-size="sm" id="editions-title">
          {t('questionnaires.editions')}
        </h2>
        {draft.editions.length === 0 && <p>{t('questionnaires.editionsNone')}</p>}
        <ul>
          {draft.editions.map(({ edition, publishedAt }) => (
            <li key={edition}>
              {t('questionnaires.edition', { number: edition })}, {formatDateTime(publishedAt)}
            </li>
          ))}
        </ul>
      </section>
      <Dialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={asking === 'remove' ? t('questionnaires.removeTitle', { name: draft.name }) : t('questionnaires.publishTitle', { name: draft.name })}
        actions={
          <>
            {asking === 'remove' && (
              <Button danger onClick={() => void remove()}>
                {t('questionnaires.remove')}
              </Button>
            )}
            {asking === 'publish' && !dirty && <Button onClick={() => void publish()}>{t('questionnaires.publish')}</Button>}
            <Button variant="secondary" onClick={() => setAsking(null)}>
              {t('common.cancel')}
            </Button>
          </>
        }
      >
        <p>{t(asking === 'remove' ? 'questionnaires.removeText' : dirty ? 'questionnaires.publishFirst' : 'questionnaires.publishText')}</p>
      </Dialog>
    </>
  )
}
