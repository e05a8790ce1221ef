import { useState } from 'preact/hooks'
import { api, call } from '~/api'
import { navigate } from '~/app/location'
import { Page } from '~/app/Page'
import { Button, ErrorSummary, Select, TextField } from '~/components'
import { type Form, useForm, useLoad } from '~/hooks'
import { t } from '~/i18n'
import { useChosenRegion } from '../chosen'
import { InRegion } from '../InRegion'
import { CohortSelect } from './CohortSelect'
import { endOfDay, startOfDay } from './roundDates'
import { roundErrors, RoundFields, type RoundText } from './RoundFields'

export default function PlanPage() {
  const chosen = useChosenRegion()
  const form = useForm()
  return (
    <Page title={t('region.form.planTitle')} lead={t('region.form.planLead')} back={{ to: '/region/rounds', label: t('region.round.all') }} errors={form.errors.length > 0}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <InRegion chosen={chosen}>{(region) => <Plan key={region} region={region} form={form} />}</InRegion>
    </Page>
  )
}

function Plan({ region, form }: { region: string; form: Form }) {
  const [value, setValue] = useState<RoundText>({ name: '', opensAt: '', closesAt: '', fourEyes: true })
  const [year, setYear] = useState('')
  const [catalogueId, setCatalogue] = useState('')
  const [cohort, setCohort] = useState('')
  const catalogues = useLoad((signal) => call(api.GET('/catalogues', { signal })), [])
  const [edition, setEdition] = useState('')
  const questionnaires = useLoad((signal) => call(api.GET('/questionnaires', { signal })), [])
  const editions = (questionnaires.data?.items ?? []).flatMap(({ regionId, name, editions: [newest] }) => (regionId === region && newest ? [{ value: newest.questionnaireVersionId, label: `${name}, ${t('questionnaires.edition', { number: newest.edition })}` }] : []))
  const choices = (catalogues.data?.items ?? []).filter(({ core, regionId }) => core || regionId === region)

  const send = () =>
    form.send(
      { ...value, year: year.trim(), catalogueId, edition, cohort },
      async (sent, key) => {
        const body = {
          regionId: region,
          name: sent.name.trim(),
          year: Number(sent.year),
          opensAt: startOfDay(sent.opensAt),
          closesAt: endOfDay(sent.closesAt),
          fourEyes: sent.fourEyes,
          ...(sent.cohort ? { cohort: sent.cohort } : {}),
          ...(sent.edition ? { questionnaireVersionId: sent.edition } : sent.catalogueId ? { catalogueId: sent.catalogueId } : {}),
        }
        const round = await call(api.POST('/rounds', { body, params: { header: { 'Idempotency-Key': key } } }))
        navigate(`/region/rounds/${round.id}`)
      },
      (sent) => [...roundErrors(sent), ...(/^\d{4}$/.test(sent.year) ? [] : [{ field: 'year', message: t('region.form.yearMissing') }])],
    )

  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <RoundFields form={form} value={value} onChange={setValue} />
      <TextField id="year" inputMode="numeric" characters={6} maxLength={4} autocomplete="off" label={t('region.form.year')} error={form.error('year')} value={year} onChange={setYear} />
      <CohortSelect region={region} value={cohort} error={form.error('cohort')} onChange={setCohort} />
      {editions.length > 0 && (
        <Select
          id="questionnaireVersionId"
          label={t('questionnaires.inRound')}
          help={t('questionnaires.inRoundHelp')}
          empty={t('questionnaires.inRoundNone')}
          options={editions}
          value={edition}
          error={form.error('questionnaireVersionId')}
          onChange={setEdition}
        />
      )}
      {edition === '' && choices.length > 1 && (
        <Select
          id="catalogueId"
          label={t('region.form.catalogue')}
          help={t('region.form.catalogueHelp')}
          options={choices.map(({ id, name }) => ({ value: id, label: name }))}
          value={catalogueId || (choices.find(({ core }) => core)?.id ?? '')}
          error={form.error('catalogueId')}
          onChange={setCatalogue}
        />
      )}
      <p class="prose">{t('region.form.prefill')}</p>
      <div class="actions">
        <Button type="submit" busy={form.busy}>
          {t('region.form.plan')}
        </Button>
      </div>
    </form>
  )
}
