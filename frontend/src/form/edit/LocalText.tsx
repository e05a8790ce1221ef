import { Textarea, TextField } from '~/components'
import { t } from '~/i18n'
import { languageName } from '~/needs/Written'
import type { Text } from '../form'
import { useEditing } from './editing'

export interface LocalTextProps {
  id: string
  label: string
  help?: string
  text: Text | undefined
  onChange: (text: Text | undefined) => void
  onBlur?: () => void
  error?: string | undefined
  long?: boolean
  optional?: boolean
}

/** A text in the language that is written in now, with the form's first language beside it to translate from. */
export function LocalText({ id, label, help, text = {}, onChange, onBlur, error, long, optional }: LocalTextProps) {
  const { form, writing } = useEditing()
  const first = form.languages[0] ?? writing
  const original = writing === first ? '' : (text[first] ?? '')
  const field = {
    id,
    label: form.languages.length > 1 ? `${label} (${languageName(writing)})` : label,
    help: [help, original && t('questionnaires.edit.inFirst', { language: languageName(first), text: original })].filter(Boolean).join(' '),
    error,
    optional: optional ?? false,
    value: text[writing] ?? '',
    lang: writing,
    onBlur: () => onBlur?.(),
    onChange: (said: string) => {
      const next = Object.entries({ ...text, [writing]: said }).filter(([, one]) => one !== '')
      onChange(next.length > 0 ? Object.fromEntries(next) : undefined)
    },
  }
  return long ? <Textarea rows={3} {...field} /> : <TextField autocomplete="off" {...field} />
}
