import { language, locales, t } from '~/i18n'
import './need.css'

/** The name of a language in the language of the page: "nynorsk", "Latvian". In Norwegian nobody says "norsk nynorsk". */
export function languageName(code: string): string {
  const name = new Intl.DisplayNames(locales[language()], { type: 'language', fallback: 'code' }).of(code) ?? code
  return name.replace(/^norsk (?=bokmål|nynorsk)/, '')
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

/** A number and its per cent sign stay on one line. */
function keepTogether(text: string): string {
  return text.replace(/(\d) %/g, '$1\u00a0%')
}

/** Paragraphs as they were written, in the language they really are in. */
export function Written({ text, language: written }: { text: string; language: string }) {
  const paragraphs = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim())
  return (
    <div class="need-written" {...langOf(written)}>
      {paragraphs.map((paragraph, i) => (
        <p key={i}>{keepTogether(paragraph)}</p>
      ))}
    </div>
  )
}
