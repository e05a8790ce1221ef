import { useState } from 'preact/hooks'
import { Textarea } from '~/components'
import type { Form } from '~/hooks'
import { type Language, language as pageLanguage, languageNames, t } from '~/i18n'
import { automaticTitles, type Draft, textFields, written } from './edit'
import type { WorkbenchNeed } from './NeedPage'
import './need.css'

/** The texts of a need in one language at a time, with how much is written in each and whether its title is the rules' own. */
export function NeedTexts({ need, draft, form, onChange }: { need: WorkbenchNeed; draft: Draft; form: Form; onChange: (texts: Draft['texts']) => void }) {
  const [language, setLanguage] = useState<Language>(pageLanguage())
  const automatic = automaticTitles(need, draft)
  return (
    <>
      <h2 class="ds-heading" data-size="sm">
        {t('region.edit.texts')}
      </h2>
      <div role="group" aria-labelledby="languages">
        <p id="languages">{t('region.edit.language')}</p>
        <p class="meta">{t('region.edit.languageHelp')}</p>
        <div class="need-languages">
          {written(draft).map((one) => (
            <button key={one.language} class="ds-button" type="button" data-variant="secondary" data-size="sm" aria-pressed={one.language === language} onClick={() => setLanguage(one.language)}>
              {t(automatic.includes(one.language) ? 'region.edit.writtenAutomatic' : 'region.edit.written', { language: languageNames[one.language], n: one.n, total: textFields.length })}
            </button>
          ))}
        </div>
      </div>
      {textFields.map((field) => (
        <Textarea
          key={field}
          id={field}
          lang={language}
          label={field === 'title' ? t('region.edit.needTitle') : t(`region.need.${field}`)}
          help={t(field !== 'title' ? `region.edit.${field}Help` : automatic.includes(language) ? 'region.edit.needTitleAutomatic' : 'region.edit.needTitleHelp')}
          rows={field === 'title' ? 2 : 5}
          maxLength={field === 'title' ? 300 : 4000}
          error={form.error(field) ?? form.error(`${field}-${language}`)}
          value={draft.texts[field][language] ?? ''}
          onChange={(text) => onChange({ ...draft.texts, [field]: { ...draft.texts[field], [language]: text } })}
        />
      ))}
    </>
  )
}
