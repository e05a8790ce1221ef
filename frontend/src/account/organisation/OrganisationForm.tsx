import { useState } from 'preact/hooks'
import { api, callWithTag, type components } from '~/api'
import { Alert, Button, Checkbox, ErrorSummary, RadioGroup, Textarea, TextField } from '~/components'
import { useForm } from '~/hooks'
import { t } from '~/i18n'

type Organisation = components['schemas']['Organisation']
type Edit = components['schemas']['OrganisationEdit']

export interface OrganisationFormProps {
  organisation: Organisation
  etag: string | null
  onSaved: (saved: { data: Organisation; etag: string | null }) => void
}

/** What an organisation says about itself, and, for a municipality, who may see its figures. */
export function OrganisationForm({ organisation, etag, onSaved }: OrganisationFormProps) {
  const form = useForm()
  const [edit, setEdit] = useState<Edit>({
    website: organisation.website,
    mailbox: organisation.mailbox,
    language: organisation.language,
    description: organisation.description,
    publishesFigures: organisation.publishesFigures,
  })
  const [saved, setSaved] = useState(false)
  const change = (some: Partial<Edit>) => setEdit((before) => ({ ...before, ...some }))
  const isPublic = organisation.kind !== 'business'

  return (
    <section class="section" aria-labelledby="edit-title">
      <h2 class="ds-heading" data-size="sm" id="edit-title">
        {t('account.organisation.edit')}
      </h2>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setSaved(false)
          void form.send({ ...edit, website: edit.website.trim(), mailbox: edit.mailbox.trim() }, async (body) => {
            const path = { organisationId: organisation.id }
            const header = { 'If-Match': etag ?? `"${organisation.version}"` }
            onSaved(await callWithTag(api.PUT('/organisations/{organisationId}', { body, params: { path, header } })))
            setSaved(true)
          })
        }}
      >
        <Textarea id="description" label={t('account.organisation.description')} maxLength={4000} optional error={form.error('description')} value={edit.description} onChange={(description) => change({ description })} />
        <TextField id="website" type="url" label={t('account.organisation.website')} help={t('account.organisation.websiteHelp')} optional error={form.error('website')} value={edit.website} onChange={(website) => change({ website })} />
        <TextField id="mailbox" type="email" label={t('account.organisation.mailbox')} help={t('account.organisation.mailboxHelp')} optional error={form.error('mailbox')} value={edit.mailbox} onChange={(mailbox) => change({ mailbox })} />
        {isPublic && (
          <RadioGroup
            id="language"
            label={t('account.organisation.language')}
            help={t('account.organisation.languageHelp')}
            options={(['nb', 'nn', 'neutral'] as const).map((value) => ({ value, label: t(`account.organisation.language.${value}`) }))}
            error={form.error('language')}
            value={edit.language}
            onChange={(language) => change({ language })}
          />
        )}
        {organisation.kind === 'municipality' && (
          <section class="section" aria-labelledby="publish-title">
            <h3 class="ds-heading" data-size="xs" id="publish-title">
              {t('account.organisation.publishTitle')}
            </h3>
            <Checkbox
              id="publishesFigures"
              label={t('account.organisation.publish')}
              help={t('account.organisation.publishHelp')}
              error={form.error('publishesFigures')}
              checked={edit.publishesFigures}
              onChange={(publishesFigures) => change({ publishesFigures })}
            />
          </section>
        )}
        <div class="actions">
          <Button type="submit" busy={form.busy}>
            {t('common.save')}
          </Button>
        </div>
      </form>
      {saved && (
        <Alert tone="success" live>
          <p>{t('account.organisation.saved')}</p>
        </Alert>
      )}
    </section>
  )
}
