import { useRef, useState } from 'preact/hooks'
import { api, call, type components } from '~/api'
import { Link } from '~/app/Link'
import { navigate } from '~/app/location'
import { Page } from '~/app/Page'
import { Alert, Button, ErrorSummary, Field } from '~/components'
import { useForm } from '~/hooks'
import { t } from '~/i18n'
import { useChosenRegion } from '../chosen'
import { InRegion } from '../InRegion'
import { faultAt, placeIn } from './faultPlace'

type Imported = components['schemas']['ImportedQuestionnaire']

/** A questionnaire made from a spreadsheet; what was left out of it is said before one goes on. */
export default function ImportPage() {
  const chosen = useChosenRegion()
  const form = useForm()
  const input = useRef<HTMLInputElement>(null)
  const [done, setDone] = useState<Imported | null>(null)

  const send = async (region: string) => {
    const file = input.current?.files?.[0]
    await form.send(
      { region, name: file?.name ?? '', size: file?.size ?? 0, changed: file?.lastModified ?? 0 },
      async (sent, key) => {
        const params = { path: { regionId: sent.region }, query: { name: sent.name }, header: { 'Idempotency-Key': key } }
        // The body is the file as it is; the contract's type for that is a text.
        const imported = await call(api.POST('/regions/{regionId}/questionnaires', { params, body: file as unknown as string, bodySerializer: (body) => body, headers: { 'Content-Type': 'application/octet-stream' } }))
        if (imported.warnings.length === 0) navigate(`/region/questionnaires/${imported.questionnaire.id}`)
        else setDone(imported)
      },
      (sent) => (sent.name ? [] : [{ field: 'file', message: t('questionnaires.fileMissing') }]),
    )
  }

  return (
    <Page title={t('questionnaires.import')} lead={t('questionnaires.importLead')} back={{ to: '/region/questionnaires', label: t('questionnaires.back') }}>
      {/* A spreadsheet's faults have no field here. */}
      <ErrorSummary errors={form.errors.map(({ field, message }) => ({ field: field === 'file' ? field : '', message: faultAt(field, message) }))} attempt={form.attempt} />
      {done ? (
        <Alert tone="warning" live title={t('questionnaires.importDone')}>
          <ul>
            {done.warnings.map(({ sheet, row, column, message }) => (
              <li key={`${sheet} ${row} ${column} ${message}`}>{[placeIn(sheet, row, column), message].filter(Boolean).join(': ')}</li>
            ))}
          </ul>
          <p>
            <Link look="primary" to={`/region/questionnaires/${done.questionnaire.id}`}>
              {t('questionnaires.importOpen')}
            </Link>
          </p>
        </Alert>
      ) : (
        <InRegion chosen={chosen}>
          {(region) => (
            <form
              class="stack"
              noValidate
              onSubmit={(event) => {
                event.preventDefault()
                void send(region)
              }}
            >
              <Field id="file" label={t('questionnaires.file')} help={t('questionnaires.fileHelp')} error={form.error('file')}>
                <input class="ds-input" type="file" id="file" ref={input} accept=".xlsx,.csv" aria-describedby="file-help" />
              </Field>
              <div class="actions">
                <Button type="submit" busy={form.busy}>
                  {t('questionnaires.import')}
                </Button>
              </div>
            </form>
          )}
        </InRegion>
      )}
    </Page>
  )
}
