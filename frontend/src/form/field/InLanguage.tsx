import { language as pageLanguage, t } from '~/i18n'
import { languageName } from '~/needs/Written'
import type { Form, Text } from '../form'
import { textIn } from '../text'

export interface InLanguageProps {
  form: Pick<Form, 'languages'>
  text: Text | undefined
  /** The reader's language. */
  wanted: string
}

/** A text in the reader's language; in another one where it isn't there, with a mark that says which. */
export function InLanguage({ form, text, wanted }: InLanguageProps) {
  const found = textIn(form, text, wanted)
  if (!found.text) return null
  return (
    <>
      <span lang={found.language === pageLanguage() ? undefined : found.language}>{found.text}</span>
      {found.language !== wanted && <span class="form-fallback"> {t('needs.onlyIn', { language: languageName(found.language) })}</span>}
    </>
  )
}
