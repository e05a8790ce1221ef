import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Button, ErrorSummary, goToField } from '~/components'
import { useForm, useUnsaved } from '~/hooks'
import { type Language, languages, t } from '~/i18n'
import { CpvField } from '../cpv/CpvField'
import type { Solution } from '../useSolutions'
import { check, controlOf, editOf, languagesOf, type SolutionDraft, type SolutionEdit } from './draft'
import { SolutionEffects } from './SolutionEffects'
import { SolutionGoals } from './SolutionGoals'
import { SolutionExperience, SolutionReadiness, SolutionWhere } from './SolutionMarket'
import { SolutionTexts } from './SolutionTexts'
import { StaleSolution } from './StaleSolution'

export interface SolutionFormProps {
  start: SolutionDraft
  /** A field to begin at, where one came to mend something. */
  at?: string | null
  button: string
  /** Sends what is written; over names what may be written over, once the person has seen it. */
  save: (edit: SolutionEdit, key: string, over?: Solution) => Promise<void>
  /** Somebody else saved meanwhile: what they saved, and how to go over to it. */
  stale?: { theirs: Solution; onTheirs: () => void } | undefined
}

/** The whole description of a solution on one page. Saving is not sending. */
export function SolutionForm({ start, at, button, save, stale }: SolutionFormProps) {
  const form = useForm()
  const [draft, setDraft] = useState(start)
  const [shown, setShown] = useState<readonly Language[]>(() => languagesOf(start))
  const [cpvText, setCpvText] = useState('')
  const change = (some: Partial<SolutionDraft>) => setDraft((before) => ({ ...before, ...some }))
  const errors = form.errors.map((error) => (error.field ? { ...error, field: controlOf(error.field, shown) } : error))
  const error = (field: string) => errors.find((one) => one.field === field)?.message
  const part = { draft, change, error }
  const release = useUnsaved(JSON.stringify(editOf(draft)) !== JSON.stringify(editOf(start)))

  useEffect(() => {
    if (at) goToField(controlOf(at, shown))
  }, [at])

  const send = (over?: Solution) =>
    void form.send(
      editOf(draft),
      (edit, key) => {
        const leave = release()
        return save(edit, key, over).catch((thrown: unknown) => {
          leave()
          throw thrown
        })
      },
      () => check(draft, shown, cpvText),
    )

  return (
    <form
      class="business-form solution-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <ErrorSummary errors={errors} attempt={form.attempt} />
      {stale && <StaleSolution mine={editOf(draft)} theirs={stale.theirs} onMine={() => send(stale.theirs)} onTheirs={stale.onTheirs} />}
      <Section title={t('business.edit.what')}>
        <SolutionTexts {...part} shown={shown} onShow={(one) => setShown(languages.filter((language) => language === one || shown.includes(language)))} />
      </Section>
      <Section title={t('business.edit.effect')}>
        <SolutionGoals {...part} />
        <SolutionEffects {...part} />
      </Section>
      <Section title={t('business.edit.market')}>
        <CpvField value={draft.cpv} onChange={(cpv) => change({ cpv })} text={cpvText} onText={setCpvText} error={error('cpv')} />
        <SolutionWhere {...part} />
        <SolutionReadiness {...part} />
      </Section>
      <Section title={t('business.edit.proofTitle')}>
        <SolutionExperience {...part} />
      </Section>
      <p class="meta solution-form__note">{t('business.edit.saveHelp')}</p>
      <div class="actions">
        <Button type="submit" busy={form.busy}>
          {button}
        </Button>
      </div>
    </form>
  )
}

function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="solution-section">
      <h2 class="ds-heading" data-size="sm">
        {title}
      </h2>
      {children}
    </section>
  )
}
