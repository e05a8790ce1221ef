import { language, locales, t } from '~/i18n'
import './need.css'

/** The name of a language in the language of the page: "nynorsk", "Latvian". */
export function languageName(code: string): string {
  return new Intl.DisplayNames(locales[language()], { type: 'language', fallback: 'code' }).of(code) ?? code
}

/** A visible mark for a text that isn't in the language of the page; nothing where it is. */
export function LanguageMark({ language: written }: { language: string }) {
  if (!written || written === language()) return null
  return <span class="need-language">{t('needs.onlyIn', { language: languageName(written) })}</span>
}

/** The lang attribute of a text; none where the page's own language holds. */
export function langOf(written: string): { lang?: string } {
  return written && written !== language() ? { lang: written } : {}
}

/** Paragraphs as they were written, in the language they really are in. */
export function Written({ text, language: written }: { text: string; language: string }) {
  const paragraphs = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim())
  return (
    <div class="need-written" {...langOf(written)}>
      {paragraphs.map((paragraph, i) => (
        <p key={i}>{paragraph}</p>
      ))}
    </div>
  )
}
