import { Button, Textarea, TextField } from '~/components'
import { type Language, languages, t } from '~/i18n'
import { languageName } from '~/needs/Written'
import type { SolutionDraft } from './draft'

export interface PartProps {
  draft: SolutionDraft
  change: (some: Partial<SolutionDraft>) => void
  error: (field: string) => string | undefined
}

export interface SolutionTextsProps extends PartProps {
  shown: readonly Language[]
  onShow: (language: Language) => void
}

/** Title, summary and description: in one language first, in others by choice. */
export function SolutionTexts({ draft, change, error, shown, onShow }: SolutionTextsProps) {
  const several = shown.length > 1
  const put = (field: 'title' | 'summary' | 'description', one: Language, text: string) => change({ [field]: { ...draft[field], [one]: text } })
  return (
    <>
      {shown.map((one) => {
        const name = { language: languageName(one) }
        return (
          <div key={one} class="solution-language">
            <TextField
              id={`title-${one}`}
              label={several ? t('business.edit.nameIn', name) : t('business.edit.name')}
              help={t('business.edit.nameHelp')}
              maxLength={300}
              error={error(`title-${one}`)}
              value={draft.title[one] ?? ''}
              onChange={(text) => put('title', one, text)}
            />
            <Textarea
              id={`summary-${one}`}
              label={several ? t('business.edit.summaryIn', name) : t('business.edit.summary')}
              help={t('business.edit.summaryHelp')}
              rows={3}
              maxLength={4000}
              lang={one}
              error={error(`summary-${one}`)}
              value={draft.summary[one] ?? ''}
              onChange={(text) => put('summary', one, text)}
            />
            <Textarea
              id={`description-${one}`}
              label={several ? t('business.edit.descriptionIn', name) : t('business.edit.description')}
              help={t('business.edit.descriptionHelp')}
              rows={6}
              maxLength={4000}
              lang={one}
              optional
              error={error(`description-${one}`)}
              value={draft.description[one] ?? ''}
              onChange={(text) => put('description', one, text)}
            />
          </div>
        )
      })}
      {shown.length < languages.length && (
        <div class="solution-more">
          <p class="meta">{t('business.edit.languageHelp')}</p>
          <p class="solution-more__ways">
            {languages
              .filter((one) => !shown.includes(one))
              .map((one) => (
                <Button key={one} variant="secondary" small onClick={() => onShow(one)}>
                  {t('business.edit.addLanguage', { language: languageName(one) })}
                </Button>
              ))}
          </p>
        </div>
      )}
    </>
  )
}
