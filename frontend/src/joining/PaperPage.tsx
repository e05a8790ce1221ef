import { api, call, type components } from '~/api'
import { Page } from '~/app/Page'
import { setQuery, usePlace } from '~/app/location'
import type { PageProps } from '~/app/routes'
import { Button, Loaded, PdfButton, RadioGroup, Skeleton } from '~/components'
import { useLoad } from '~/hooks'
import { languageNames, t } from '~/i18n'
import './paper.css'

type Block = components['schemas']['PaperBlock']
type Form = components['schemas']['PaperLanguage']

const forms: readonly Form[] = ['nb', 'nn']

/** The case paper of a municipality, or of the regional council where the address names none: to read, print, or open for editing. */
export default function PaperPage({ params }: PageProps) {
  const regionId = params['regionId'] ?? ''
  const municipality = params['municipalityId']
  const { query, language } = usePlace()
  const asked = query.get('form')
  const form: Form = forms.find((one) => one === asked) ?? (language === 'nn' ? 'nn' : 'nb')
  const load = useLoad(
    (signal) => call(api.GET('/regions/{regionId}/case-paper', { params: { path: { regionId }, query: { language: form, ...(municipality ? { municipality } : {}) } }, signal })),
    [regionId, municipality, form],
  )
  const file = `/api/v1/regions/${regionId}/case-paper/page?${new URLSearchParams({ language: form, ...(municipality ? { municipality } : {}) })}`
  const printed = () =>
    call(api.GET('/regions/{regionId}/case-paper/page', { params: { path: { regionId }, query: { language: form, format: 'pdf', ...(municipality ? { municipality } : {}) } }, parseAs: 'blob' }))
  const back = municipality ? { to: `/join/${regionId}/${municipality}`, label: t('joining.paper.back') } : { to: '/region/members', label: t('joining.paper.backMembers') }
  return (
    <Page title={load.data?.title ?? t('joining.own.papers')} titleLanguage={load.data?.language} back={back}>
      <div class="paper__tools">
        <p>{t(municipality ? 'joining.paper.lead' : 'joining.paper.councilLead')}</p>
        <RadioGroup
          id="form"
          label={t('joining.paper.language')}
          options={forms.map((value) => ({ value, label: languageNames[value] }))}
          value={form}
          onChange={(value) => setQuery({ form: value })}
        />
        <div class="actions">
          <Button onClick={() => print()}>{t('joining.paper.print')}</Button>
          <a class="ds-button" data-variant="secondary" href={file} download>
            {t('joining.paper.save')}
          </a>
          <PdfButton variant="secondary" name={load.data?.title ?? t('joining.own.papers')} fetchFile={printed}>
            {t('papers.format.pdf')}
          </PdfButton>
        </div>
        <p class="meta">{t('joining.paper.saveHelp')}</p>
      </div>
      <Loaded load={load} skeleton={<Skeleton lines={20} />}>
        {(paper) => (
          <div class="paper prose" lang={paper.language}>
            {paper.blocks.map((block, i) => (
              <PaperBlock key={i} block={block} />
            ))}
          </div>
        )}
      </Loaded>
    </Page>
  )
}

function PaperBlock({ block: { kind, text, items } }: { block: Block }) {
  switch (kind) {
    case 'heading':
      return (
        <h2 class="ds-heading" data-size="sm">
          {text}
        </h2>
      )
    case 'subheading':
      return (
        <h3 class="ds-heading" data-size="xs">
          {text}
        </h3>
      )
    case 'paragraph':
      return <p>{text}</p>
    case 'fields':
      return (
        <dl class="facts">
          {items.map((label, i) =>
            i % 2 === 0 ? (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{items[i + 1]}</dd>
              </div>
            ) : null,
          )}
        </dl>
      )
    case 'proposal':
      return <ol>{items.map((item) => <li key={item}>{item}</li>)}</ol>
    default:
      return <ul>{items.map((item) => <li key={item}>{item}</li>)}</ul>
  }
}
