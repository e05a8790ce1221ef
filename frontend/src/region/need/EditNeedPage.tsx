import { useEffect, useState } from 'preact/hooks'
import { api, asProblem, callWithTag } from '~/api'
import { guardLeaving, navigate, usePlace } from '~/app/location'
import { Page } from '~/app/Page'
import type { PageProps } from '~/app/routes'
import { CpvField } from '~/business/cpv/CpvField'
import { Button, ErrorSummary, goToField, Loaded, Select, Skeleton, TextField } from '~/components'
import { type Form, useForm, useLoad } from '~/hooks'
import { t } from '~/i18n'
import { bodyOf, type Draft, draftErrors, draftOf } from './edit'
import { NeedConflict } from './NeedConflict'
import { titleOf, type WorkbenchNeed } from './NeedPage'
import { NeedTexts } from './NeedTexts'

const levels = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

export default function EditNeedPage({ params }: PageProps) {
  const needId = params['id'] ?? ''
  const form = useForm()
  const load = useLoad((signal) => callWithTag(api.GET('/workbench/needs/{needId}', { params: { path: { needId } }, signal })), [needId])
  const need = load.data?.data
  return (
    <Page title={t('region.edit.title')} lead={t('region.edit.lead')} back={{ to: `/region/needs/${needId}`, label: need ? titleOf(need) : t('region.needs.title') }} errors={form.errors.length > 0}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <Loaded load={load} skeleton={<Skeleton lines={12} />}>
        {({ data, etag }) => <Edit need={data} etag={etag} form={form} />}
      </Loaded>
    </Page>
  )
}

/** Asks before typed text is lost. */
function useGuard(changed: boolean): void {
  useEffect(() => {
    if (!changed) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    const release = guardLeaving(() => confirm(t('common.leaveUnsaved')))
    return () => {
      removeEventListener('beforeunload', ask)
      release()
    }
  }, [changed])
}

/** Puts focus in the field that the address names: what is missing before the need can be published. */
function useNamedField(): void {
  const field = usePlace().query.get('field')
  useEffect(() => {
    if (field) goToField(field)
  }, [field])
}

function Edit({ need, etag, form }: { need: WorkbenchNeed; etag: string | null; form: Form }) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(need))
  const [saved, setSaved] = useState(false)
  const [theirs, setTheirs] = useState<WorkbenchNeed | null>(null)
  const change = (some: Partial<Draft>) => setDraft((before) => ({ ...before, ...some }))
  useNamedField()
  useGuard(!saved && JSON.stringify(bodyOf(draft)) !== JSON.stringify(bodyOf(draftOf(need))))
  useEffect(() => {
    if (saved) navigate(`/region/needs/${need.id}`)
  }, [saved, need.id])

  const save = (match: string) =>
    form.send(
      draft,
      async (sent) => {
        try {
          await callWithTag(api.PUT('/workbench/needs/{needId}', { body: bodyOf(sent), params: { path: { needId: need.id }, header: { 'If-Match': match } } }))
        } catch (thrown) {
          const problem = asProblem(thrown)
          if (problem.kind !== 'stale' || !problem.current) throw problem
          setTheirs(problem.current as WorkbenchNeed)
          return
        }
        setSaved(true)
      },
      draftErrors,
    )

  if (theirs) {
    return (
      <NeedConflict
        mine={draft}
        theirs={theirs}
        busy={form.busy}
        onMine={() => void save(`"${theirs.version}"`)}
        onTheirs={() => {
          setDraft(draftOf(theirs))
          setSaved(true)
        }}
      />
    )
  }
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save(etag ?? `"${need.version}"`)
      }}
    >
      <NeedTexts need={need} draft={draft} form={form} onChange={(texts) => change({ texts })} />
      <h2 class="ds-heading" data-size="sm">
        {t('region.edit.facts')}
      </h2>
      <CpvField error={form.error('cpv')} value={draft.cpv} onChange={(cpv) => change({ cpv })} text={draft.cpvText} onText={(cpvText) => change({ cpvText })} />
      <TextField id="contact" type="email" label={t('region.need.contact')} help={t('region.edit.contactHelp')} maxLength={254} error={form.error('contact')} value={draft.contact} onChange={(contact) => change({ contact })} />
      <TextField id="deadline" type="date" characters={12} optional label={t('region.need.deadline')} error={form.error('deadline')} value={draft.deadline} onChange={(deadline) => change({ deadline })} />
      <Select
        id="minimumTrl"
        label={t('region.need.minimumTrl')}
        help={t('region.edit.trlHelp')}
        empty={t('region.edit.trlAny')}
        options={levels.map((level) => ({ value: level, label: level }))}
        value={draft.minimumTrl}
        error={form.error('minimumTrl')}
        onChange={(minimumTrl: string) => change({ minimumTrl })}
      />
      <div class="actions">
        <Button type="submit" busy={form.busy}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}
