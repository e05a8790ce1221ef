import type { ComponentChildren } from 'preact'
import type { components } from '~/api'
import { formatValue, t } from '~/i18n'

type Detail = components['schemas']['IndicatorDetail']

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  if (!children) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** What the indicator measures and how it is asked. */
export function Definition({ detail: { indicator, catalogue, question, help, numerator, denominator, middle } }: { detail: Detail }) {
  return (
    <section aria-labelledby="definition">
      <h2 class="ds-heading" data-size="sm" id="definition">
        {t('public.indicator.definition')}
      </h2>
      <dl class="facts">
        <Fact name={t('public.indicator.question')}>{question}</Fact>
        <Fact name={t('public.indicator.help')}>{help}</Fact>
        <Fact name={t('public.indicator.numerator')}>{numerator}</Fact>
        <Fact name={t('public.indicator.denominator')}>{denominator}</Fact>
        <Fact name={t('public.head.unit')}>{indicator.unit}</Fact>
        <Fact name={t('public.indicator.type')}>{t(`public.type.${indicator.type}`)}</Fact>
        <Fact name={t('public.head.direction')}>{t(`public.direction.${indicator.direction}`)}</Fact>
        <Fact name={t('public.indicator.middle')}>{middle !== undefined && formatValue(middle, indicator)}</Fact>
        <Fact name={t('public.head.prefillable')}>{indicator.prefillable && t(`public.prefillable.${indicator.prefillable}`)}</Fact>
        <Fact name={t('public.indicator.target')}>{[indicator.target, indicator.targetLabel].filter(Boolean).join(' ')}</Fact>
        <Fact name={t('public.indicator.code')}>
          <code>{indicator.code}</code>
        </Fact>
        <Fact name={t('public.indicator.catalogue')}>{catalogue.name}</Fact>
      </dl>
    </section>
  )
}

const thresholds = ['lower', 'optimum', 'green', 'yellow', 'red'] as const

/** Where 0 and 100 points stand and why, or that nobody has said. */
export function IndicatorBounds({ detail: { indicator, bounds } }: { detail: Detail }) {
  return (
    <section class="section" aria-labelledby="bounds">
      <h2 class="ds-heading" data-size="sm" id="bounds">
        {t('public.indicator.boundsTitle')}
      </h2>
      {!indicator.scored && <p class="prose">{t('public.indicator.noBounds')}</p>}
      <dl class="facts">
        {thresholds.map((name) => (
          <Fact key={name} name={t(`public.bounds.${name}`)}>
            {bounds[name] !== undefined && formatValue(bounds[name], indicator)}
          </Fact>
        ))}
        <Fact name={t('public.bounds.basis')}>{t(`public.basis.${bounds.basis}`)}</Fact>
        <Fact name={t('public.bounds.reference')}>{[bounds.referenceSet, bounds.referenceYear].filter(Boolean).join(', ')}</Fact>
        <Fact name={t('public.bounds.note')}>{bounds.note}</Fact>
      </dl>
    </section>
  )
}

/** Whose statistics fill it in, or that there are none. */
export function IndicatorSource({ detail: { source } }: { detail: Detail }) {
  return (
    <section class="section" aria-labelledby="source">
      <h2 class="ds-heading" data-size="sm" id="source">
        {t('public.indicator.sourceTitle')}
      </h2>
      {!source.owner && !source.table && <p>{t('public.source.own')}</p>}
      <dl class="facts">
        <Fact name={t('public.source.owner')}>{source.owner}</Fact>
        <Fact name={t('public.source.table')}>{source.table}</Fact>
        <Fact name={t('public.source.other')}>{source.otherTable}</Fact>
        <Fact name={t('public.source.dimensions')}>{source.dimensions}</Fact>
        <Fact name={t('public.source.note')}>{source.note}</Fact>
      </dl>
    </section>
  )
}
