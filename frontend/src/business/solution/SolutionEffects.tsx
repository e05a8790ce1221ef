import { useRef } from 'preact/hooks'
import { api, call } from '~/api'
import { announce } from '~/app/announce'
import { Button, FailedState, RadioGroup, Select, TextField } from '~/components'
import { useLoad } from '~/hooks'
import { t } from '~/i18n'
import { type EffectDraft, newEffect } from './draft'
import type { PartProps } from './SolutionTexts'

const proofs = ['measured', 'third_party', 'modelled', 'claimed'] as const
const most = 20

/** The indicators of the common core that the solution moves, each with how much and how one knows. */
export function SolutionEffects({ draft, change, error }: PartProps) {
  const load = useLoad(async (signal) => (await call(api.GET('/indicators', { signal }))).items, [])
  const add = useRef<HTMLDivElement>(null)
  const rows = draft.indicators
  const put = (i: number, some: Partial<EffectDraft>) => change({ indicators: rows.map((row, n) => (n === i ? { ...row, ...some } : row)) })
  const offered = (code: string) =>
    (load.data ?? [])
      .filter((one) => draft.goals.length === 0 || draft.goals.includes(one.goal) || one.code === code)
      .map(({ code: value, goal, name }) => ({ value, label: `${goal}: ${name}` }))

  return (
    <fieldset class="ds-fieldset field solution-effects" id="indicators" tabIndex={-1} aria-describedby="indicators-help">
      <legend class="ds-label" data-weight="medium">
        {t('business.edit.indicators')} <span class="field__optional">{t('common.optional')}</span>
      </legend>
      <p class="field__help" id="indicators-help">
        {t('business.edit.indicatorsHelp')}
      </p>
      {error('indicators') && (
        <p class="ds-validation-message" data-color="danger">
          <span class="ds-sr-only">{t('errors.titlePrefix')} </span>
          {error('indicators')}
        </p>
      )}
      {load.problem && <FailedState problem={load.problem} onRetry={load.reload} />}
      {rows.map((row, i) => (
        <div key={row.row} class="solution-effect" role="group" aria-label={t('business.edit.indicator', { n: i + 1 })}>
          <Select
            id={`indicators-${i}-code`}
            label={t('business.edit.indicatorPick')}
            help={draft.goals.length > 0 ? t('business.edit.indicatorPickHelp') : undefined}
            empty={t('business.edit.indicatorNone')}
            error={error(`indicators-${i}-code`)}
            options={offered(row.code)}
            value={row.code}
            onChange={(code: string) => put(i, { code })}
          />
          <TextField
            id={`indicators-${i}-effect`}
            label={t('business.edit.indicatorEffect')}
            help={t('business.edit.indicatorEffectHelp')}
            optional
            maxLength={300}
            error={error(`indicators-${i}-effect`)}
            value={row.effect}
            onChange={(effect) => put(i, { effect })}
          />
          <RadioGroup
            id={`indicators-${i}-proof`}
            label={t('business.edit.proof')}
            error={error(`indicators-${i}-proof`)}
            options={proofs.map((value) => ({ value, label: t(`business.proof.${value}`) }))}
            value={row.proof || null}
            onChange={(proof) => put(i, { proof })}
          />
          <Button
            variant="tertiary"
            small
            onClick={() => {
              change({ indicators: rows.filter((_, n) => n !== i) })
              announce(t('business.edit.indicatorRemoved'))
              add.current?.querySelector('button')?.focus()
            }}
          >
            {t('business.edit.indicatorRemove', { n: i + 1 })}
          </Button>
        </div>
      ))}
      {rows.length < most && (
        <div ref={add}>
          <Button variant="secondary" small onClick={() => change({ indicators: [...rows, newEffect()] })}>
            {rows.length === 0 ? t('business.edit.indicatorAdd') : t('business.edit.indicatorAddMore')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
