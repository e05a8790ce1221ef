import { useRef, useState } from 'preact/hooks'
import { api, asProblem, call, type components, type Problem } from '~/api'
import { announce } from '~/app/announce'
import { Link } from '~/app/Link'
import { Page } from '~/app/Page'
import type { PageProps } from '~/app/routes'
import { Button, Checkbox, FailedState, Field, Loaded, PdfButton } from '~/components'
import { describedBy } from '~/components/field/Field'
import { useOffersPdf } from '~/components/pdf/PdfButton'
import { language, t } from '~/i18n'
import { FilledIn } from './FilledIn'
import { hasCome, pagesOf, useResponse } from './response'
import '../municipality.css'

type Filling = components['schemas']['Filling']

/** A response in files: to fill in elsewhere and read back, and to take along. */
export default function FilesPage({ params }: PageProps) {
  const responseId = params['id'] ?? ''
  const load = useResponse(responseId)
  const response = load.data?.response
  const { list, blank } = pagesOf(responseId)
  return (
    <Page title={t('papers.files.title')} above={response && `${response.municipality.name}, ${response.round.name}`} back={{ to: list, label: t('municipality.goal.toList') }}>
      <Loaded load={load}>
        {(detail) => (
          <>
            <section class="section prose" aria-labelledby="sheet-title">
              <h2 class="ds-heading" data-size="sm" id="sheet-title">
                {t('papers.sheet.title')}
              </h2>
              <p>{t('papers.sheet.text')}</p>
              <p class="actions">
                <a class="ds-link" href={`/api/v1/responses/${responseId}/workbook?lang=${language()}`} download>
                  {t('papers.sheet.take')}
                </a>
                <Link to={blank}>{t('papers.blank.open')}</Link>
              </p>
              {detail.actions.includes('edit') ? <ReadBack responseId={responseId} /> : <p class="meta">{t('papers.sheet.locked')}</p>}
            </section>
            <section class="section prose" aria-labelledby="take-title">
              <h2 class="ds-heading" data-size="sm" id="take-title">
                {t('papers.take.title')}
              </h2>
              {hasCome(detail.response) ? <Submitted responseId={responseId} /> : <Draft responseId={responseId} name={detail.response.municipality.name} />}
            </section>
          </>
        )}
      </Loaded>
    </Page>
  )
}

/** What is submitted is had from its receipt; a copy from here would call itself a draft. */
function Submitted({ responseId }: { responseId: string }) {
  return (
    <>
      <p>{t('papers.take.submitted')}</p>
      <Link to={pagesOf(responseId).receipt}>{t('municipality.step.toReceipt')}</Link>
    </>
  )
}

/** The response as it stands, which says of itself that it is not submitted. */
function Draft({ responseId, name }: { responseId: string; name: string }) {
  const offersPdf = useOffersPdf()
  const printed = () => call(api.GET('/responses/{responseId}/file', { params: { path: { responseId }, query: { format: 'pdf', lang: language() } }, parseAs: 'blob' }))
  return (
    <>
      <p>{t('papers.take.text')}</p>
      <ul>
        {(['xlsx', 'csv', 'json', 'html'] as const).map((format) => (
          <li key={format}>
            <a class="ds-link" href={`/api/v1/responses/${responseId}/file?format=${format}&lang=${language()}`} download>
              {t(`papers.format.${format}`)}
            </a>
          </li>
        ))}
        {offersPdf && (
          <li>
            <PdfButton name={name} fetchFile={printed}>
              {t('papers.format.pdf')}
            </PdfButton>
          </li>
        )}
      </ul>
    </>
  )
}

/** Reads a spreadsheet: first it shows what would become of each answer, then it saves. */
function ReadBack({ responseId }: { responseId: string }) {
  const [file, setFile] = useState<File | null>(null)
  const [overtake, setOvertake] = useState(false)
  const [filling, setFilling] = useState<Filling | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  const latest = useRef(0)

  const read = async (chosen: File, save: boolean, over: boolean) => {
    const turn = ++latest.current
    setBusy(true)
    setProblem(null)
    try {
      const read = await call(
        api.POST('/responses/{responseId}/workbook', {
          params: { path: { responseId }, query: { save, overtake: over } },
          body: chosen as unknown as string,
          bodySerializer: (body) => body,
          headers: { 'Content-Type': 'application/octet-stream' },
        }),
      )
      if (turn !== latest.current) return // another file was chosen meanwhile
      setFilling(read)
      announce(t(save ? 'papers.sheet.saved' : 'papers.sheet.sound', { n: read.answers.length }))
    } catch (thrown) {
      if (turn !== latest.current) return
      setFilling(null)
      setProblem(asProblem(thrown))
    } finally {
      if (turn === latest.current) setBusy(false)
    }
  }

  const fault = problem?.fields[0]?.message
  return (
    <>
      <Field id="workbook" label={t('papers.sheet.choose')} help={t('papers.sheet.chooseHelp')} error={fault}>
        <input
          class="ds-input"
          type="file"
          id="workbook"
          accept=".xlsx"
          aria-describedby={describedBy({ id: 'workbook', help: true, error: fault })}
          aria-invalid={fault ? 'true' : undefined}
          // The same file, mended, is chosen anew: without this the browser sees no change.
          onClick={({ currentTarget }) => (currentTarget.value = '')}
          onChange={({ currentTarget }) => {
            const chosen = currentTarget.files?.[0] ?? null
            setFile(chosen)
            setFilling(null)
            if (chosen) void read(chosen, false, overtake)
          }}
        />
      </Field>
      {problem && problem.fields.length === 0 && <FailedState problem={problem} />}
      {filling && <FilledIn filling={filling} />}
      {file && filling && !filling.saved && filling.overtaken.length + (overtake ? 1 : 0) > 0 && (
        <Checkbox
          id="overtake"
          label={t('papers.sheet.overtake')}
          checked={overtake}
          onChange={(on) => {
            setOvertake(on)
            void read(file, false, on)
          }}
        />
      )}
      {file && filling && !filling.saved && filling.answers.length > 0 && (
        <Button busy={busy} onClick={() => void read(file, true, overtake)}>
          {t('papers.sheet.save', { n: filling.answers.length })}
        </Button>
      )}
    </>
  )
}
