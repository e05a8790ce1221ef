import { useState } from 'preact/hooks'
import { api, call } from '~/api'
import { navigate } from '~/app/location'
import { Page } from '~/app/Page'
import { Button, ErrorSummary, TextField } from '~/components'
import { useForm } from '~/hooks'
import { language, t } from '~/i18n'
import { nameOf } from '~/form/edit/names'
import { useChosenRegion } from '../chosen'
import { InRegion } from '../InRegion'

/** A new questionnaire: its name, then its questions on the next page. */
export default function NewPage() {
  const chosen = useChosenRegion()
  const form = useForm()
  const [name, setName] = useState('')
  const create = (region: string) =>
    form.send(
      { name: name.trim(), region },
      async (sent, key) => {
        const asked = { id: nameOf(sent.name) || 'q', version: '1', title: { [language()]: sent.name }, languages: [language()], items: [] }
        const draft = await call(api.POST('/questionnaires', { body: { regionId: sent.region, name: sent.name, form: asked }, params: { header: { 'Idempotency-Key': key } } }))
        navigate(`/region/questionnaires/${draft.id}`)
      },
      (sent) => (sent.name ? [] : [{ field: 'name', message: t('questionnaires.nameMissing') }]),
    )
  return (
    <Page title={t('questionnaires.new')} back={{ to: '/region/questionnaires', label: t('questionnaires.back') }}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <InRegion chosen={chosen}>
        {(region) => (
          <form
            class="stack"
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              void create(region)
            }}
          >
            <TextField id="name" label={t('questionnaires.edit.titleField')} maxLength={200} autocomplete="off" error={form.error('name')} value={name} onChange={setName} />
            <div class="actions">
              <Button type="submit" busy={form.busy}>
                {t('questionnaires.new')}
              </Button>
            </div>
          </form>
        )}
      </InRegion>
    </Page>
  )
}
