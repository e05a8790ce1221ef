import { useState } from 'preact/hooks'
import { Alert, CheckboxGroup, Select } from '~/components'
import { t } from '~/i18n'
import { languageName } from '~/needs/Written'
import type { Form, Text } from '../form'
import { type Editing, EditingProvider, type IndicatorChoice } from './editing'
import { ItemList } from './ItemList'
import { LocalText } from './LocalText'
import { allItems, type Path } from './tree'
import '../field/form.css'
import './edit.css'

/** Languages a questionnaire can be written in. */
const offered = ['nb', 'nn', 'en', 'sv', 'lv', 'lt']

export interface FormEditorProps {
  form: Form
  onChange: (form: Form) => void
  /** What is wrong, by the path of the field in the document. */
  faults: readonly { path: string; message: string }[]
  indicators: readonly IndicatorChoice[]
}

/** Every text of a form, for counting those that are missing in a language. */
function textsOf(form: Form): Text[] {
  const ofItems = allItems(form.items).flatMap(({ item }) => [item.label, item.hint, item.message, item.requiredMessage, item.unit, ...(item.parts ?? []).map(({ label }) => label)])
  const ofChoices = Object.values(form.lists ?? {}).flatMap((choices) => choices.map(({ label }) => label))
  return [form.title, ...ofItems, ...ofChoices].filter((text): text is Text => text !== undefined && Object.values(text).some((said) => said.trim()))
}

/** A questionnaire being made: its name and languages, and its questions in their order. */
export function FormEditor({ form, onChange, faults, indicators }: FormEditorProps) {
  const [chosen, setWriting] = useState(form.languages[0] ?? 'nb')
  const [open, setOpen] = useState<Path | null>(null)
  const writing = form.languages.includes(chosen) ? chosen : (form.languages[0] ?? 'nb')
  const editing: Editing = { form, change: onChange, writing, indicators, error: (path) => faults.find((one) => one.path === path)?.message }
  const missing = textsOf(form).filter((text) => !text[writing]?.trim()).length
  const languages = [...new Set([...form.languages, ...offered])]

  return (
    <EditingProvider value={editing}>
      <div class="form-edit">
        <CheckboxGroup
          id="languages"
          label={t('questionnaires.edit.languages')}
          help={t('questionnaires.edit.languagesHelp')}
          options={languages.map((code) => ({ value: code, label: languageName(code) }))}
          value={form.languages}
          error={editing.error('languages')}
          onChange={(next) => next.length > 0 && onChange({ ...form, languages: next })}
        />
        {form.languages.length > 1 && <Select id="writing" label={t('questionnaires.edit.writing')} options={form.languages.map((code) => ({ value: code, label: languageName(code) }))} value={writing} onChange={setWriting} />}
        {missing > 0 && form.languages.length > 1 && (
          <Alert>
            <p>{t('questionnaires.edit.missing', { n: missing, language: languageName(writing) })}</p>
          </Alert>
        )}
        <LocalText id="title" label={t('questionnaires.edit.titleField')} text={form.title} error={editing.error('title')} onChange={(title = {}) => onChange({ ...form, title })} />
      </div>
      <h2 class="ds-heading" data-size="sm" id="items-title" tabIndex={-1}>
        {t('questionnaires.edit.items')}
      </h2>
      <ItemList items={form.items} parent={[]} open={open} onOpen={setOpen} faulty={(path) => faults.some((one) => one.path.startsWith(`${path}.`) && !one.path.startsWith(`${path}.items`))} />
    </EditingProvider>
  )
}
