import type { ComponentChildren } from 'preact'
import { Link } from '~/app/Link'
import { targetName, useGoals } from '~/hooks'
import { formatDate, formatList, type Language, localText, rich, t } from '~/i18n'
import { LanguageMark, Written } from '~/needs/Written'
import { missingLanguages } from '../localText'
import { titleOf, type WorkbenchNeed } from './NeedPage'
import './need.css'

export const needTexts = ['fact', 'rootCauses', 'wantedEffect', 'volume', 'timeline'] as const

/** A need as everyone will read it, with what is still missing in which language. */
export function Preview({ need }: { need: WorkbenchNeed }) {
  const title = localText(need.title)
  const goals = useGoals().data
  return (
    <section class="section" aria-labelledby="preview">
      <h2 class="ds-heading" data-size="sm" id="preview">
        {need.publishedVersion > 0 ? t('region.need.previewIs') : t('region.need.preview')}
      </h2>
      {need.publishedVersion > 0 && <p>{rich('region.need.previewPublic', { link: (inner) => <Link to={`/needs/${need.id}`}>{inner}</Link> }, { n: need.publishedVersion })}</p>}
      <p class="meta">{t('region.need.previewHidden')}</p>
      <div class="need-preview">
        <h3 class="ds-heading" data-size="xs" lang={title.language}>
          {titleOf(need)}
        </h3>
        <Missing of={need.title} />
        {need.automaticTitle.length > 0 && <p class="meta">{t('region.need.automaticIn', { languages: inLanguages(need.automaticTitle) })}</p>}
        {needTexts.map((name) => (
          <Text key={name} name={t(`region.need.${name}`)} text={need[name]} />
        ))}
        <dl class="facts">
          <Fact name={t('region.need.deadline')}>{need.deadline && formatDate(need.deadline)}</Fact>
          <Fact name={t('region.need.contact')}>{need.contact}</Fact>
          <Fact name={t('region.need.target')}>{need.target && targetName(goals, need.target)}</Fact>
          <Fact name={t('region.need.cpv')}>{need.cpv.map(({ code, label }) => [code, label].filter(Boolean).join(' ')).join(', ')}</Fact>
          <Fact name={t('region.need.minimumTrl')}>{need.minimumTrl}</Fact>
        </dl>
      </div>
    </section>
  )
}

function Text({ name, text }: { name: string; text: WorkbenchNeed['fact'] }) {
  const shown = localText(text)
  return (
    <>
      <h4 class="ds-heading" data-size="2xs">
        {name}
      </h4>
      {shown.text ? (
        <>
          <LanguageMark language={shown.language} />
          <Written text={shown.text} language={shown.language} />
          <Missing of={text} />
        </>
      ) : (
        <p class="meta">{t('region.need.missing')}</p>
      )}
    </>
  )
}

function inLanguages(languages: readonly Language[]): string {
  return formatList(languages.map((language) => t(`common.inLanguage.${language}`)))
}

function Missing({ of }: { of: WorkbenchNeed['fact'] }) {
  const missing = missingLanguages(of)
  if (missing.length === 0) return null
  return <p class="meta">{t('region.need.missingIn', { languages: inLanguages(missing) })}</p>
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children || <span class="meta">{t('region.need.notSet')}</span>}</dd>
    </div>
  )
}
