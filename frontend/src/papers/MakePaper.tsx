import { useState } from 'preact/hooks'
import { api, call } from '~/api'
import { navigate, usePlace } from '~/app/location'
import { Button, Dialog, ErrorSummary, RadioGroup, Select } from '~/components'
import { useForm } from '~/hooks'
import { languageNames, t } from '~/i18n'
import type { Desk, Round } from './types'

/** Asks for what a paper is to be made of, and makes it. */
export function MakePaper({ desk, rounds, first, onClose }: { desk: Desk; rounds: readonly Round[]; first: string; onClose: () => void }) {
  const form = useForm()
  const { language: shown } = usePlace()
  const [roundId, setRound] = useState(first)
  const [language, setLanguage] = useState<'nb' | 'nn'>(shown === 'nn' ? 'nn' : 'nb')
  const [audience, setAudience] = useState<'own' | 'public'>('own')
  const make = () =>
    form.send({ regionId: desk.region, roundId, language, audience, ...(desk.municipality ? { municipalityId: desk.municipality } : {}) }, async (body, key) => {
      const { info } = await call(api.POST('/papers', { body, params: { header: { 'Idempotency-Key': key } } }))
      onClose() // so that going back leads to the list
      navigate(`/papers/${info.id}`)
    })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('councilPapers.make')}
      actions={
        <>
          <Button busy={form.busy} onClick={() => void make()}>
            {t('councilPapers.makeNow')}
          </Button>
          <Button variant="secondary" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </>
      }
    >
      <div class="stack">
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <p>{t('councilPapers.frozen')}</p>
        <Select id="roundId" label={t('councilPapers.round')} error={form.error('roundId')} options={rounds.map(({ id, name }) => ({ value: id, label: name }))} value={roundId} onChange={setRound} />
        <RadioGroup id="language" label={t('councilPapers.language')} options={(['nb', 'nn'] as const).map((value) => ({ value, label: languageNames[value] }))} value={language} onChange={setLanguage} />
        <RadioGroup
          id="audience"
          label={t('councilPapers.audience')}
          error={form.error('audience')}
          options={(['own', 'public'] as const).map((value) => ({ value, label: t(`councilPapers.for.${value}`), help: t(`councilPapers.forHelp.${value}`) }))}
          value={audience}
          onChange={setAudience}
        />
      </div>
    </Dialog>
  )
}
