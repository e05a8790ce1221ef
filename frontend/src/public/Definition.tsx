import type { ComponentChildren } from 'preact'
import type { components } from '~/api'
import { Link } from '~/app/Link'
import { BandTag, Table } from '~/components'
import { targetText } from '~/hooks'
import { formatList, formatNumber, formatValue, rich, t } from '~/i18n'
import { bandValues, formatDistance } from '~/status'

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
export function Definition({ detail: { indicator, catalogue, question, help, numerator, denominator, formula, derived, middle } }: { detail: Detail }) {
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
        <Fact name={t('public.indicator.formula')}>
          {formula && (
            <>
              <code>{formula}</code> {derived && <span class="meta">{t('public.indicator.derived')}</span>}
            </>
          )}
        </Fact>
        <Fact name={t('public.head.unit')}>{indicator.unit}</Fact>
        <Fact name={t('public.indicator.type')}>{t(`public.type.${indicator.type}`)}</Fact>
        <Fact name={t('public.head.direction')}>{t(`public.direction.${indicator.direction}`)}</Fact>
        <Fact name={t('public.indicator.middle')}>{middle !== undefined && formatValue(middle, indicator)}</Fact>
        <Fact name={t('public.head.prefillable')}>{indicator.prefillable && t(`public.prefillable.${indicator.prefillable}`)}</Fact>
        <Fact name={t('public.indicator.target')}>{indicator.target && targetText(indicator.target, indicator.targetLabel)}</Fact>
        <Fact name={t('public.indicator.also')}>{formatList((indicator.also ?? []).map(({ code, label }) => targetText(code, label)))}</Fact>
        <Fact name={t('public.indicator.line')}>{indicator.bottomLine && t(`rounds.line.${indicator.bottomLine}`)}</Fact>
        <Fact name={t('public.indicator.perspective')}>{indicator.perspective && t(`public.perspective.${indicator.perspective}`)}</Fact>
        <Fact name={t('public.indicator.quality')}>{indicator.quality && t(`rounds.quality.${indicator.quality}`)}</Fact>
        <Fact name={t('public.indicator.u4ssc')}>{indicator.u4ssc}</Fact>
        <Fact name={t('public.indicator.code')}>
          <code>{indicator.code}</code>
        </Fact>
        <Fact name={t('public.indicator.catalogue')}>{catalogue.name}</Fact>
      </dl>
    </section>
  )
}

const thresholds = ['green', 'yellow', 'red'] as const

/** How a value becomes a score, a band and so a colour; or that nobody has said what is good. */
export function IndicatorBounds({ detail: { indicator, bounds, bands, middle } }: { detail: Detail }) {
  const centred = indicator.direction === 'middle' && middle !== undefined
  const end = (value: number | undefined) =>
    value !== undefined && (centred ? t('status.range.fromMiddle', { distance: formatDistance(value, indicator), middle: formatValue(middle, indicator) }) : formatValue(value, indicator))
  return (
    <section class="section" aria-labelledby="bounds">
      <h2 class="ds-heading" data-size="sm" id="bounds">
        {t('public.indicator.boundsTitle')}
      </h2>
      <p class="prose">{indicator.scored ? rich('public.indicator.boundsHelp', { link: (inner) => <Link to="/method">{inner}</Link> }) : t('public.indicator.noBounds')}</p>
      {bands.length > 0 && (
        <div class="band-values">
          <Table
            caption={t('public.indicator.bandsCaption')}
            hideCaption
            rows={bands}
            rowKey={({ band }) => band}
            columns={[
              { key: 'band', head: t('public.method.band'), rowHead: true, cell: ({ band }) => <BandTag band={band} /> },
              { key: 'points', head: t('public.method.points'), cell: ({ from, to }) => t('public.method.range', { from: formatNumber(from), to: formatNumber(to) }) },
              { key: 'value', head: t('public.indicator.value'), cell: (band) => bandValues(band, indicator, middle) },
            ]}
          />
        </div>
      )}
      <dl class="facts">
        <Fact name={t('public.bounds.lower')}>{end(bounds.lower)}</Fact>
        <Fact name={t('public.bounds.optimum')}>{end(bounds.optimum)}</Fact>
        <Fact name={t('public.bounds.basis')}>{t(`public.basis.${bounds.basis}`)}</Fact>
        <Fact name={t('public.bounds.reference')}>{[bounds.referenceSet, bounds.referenceYear].filter(Boolean).join(', ')}</Fact>
        <Fact name={t('public.bounds.note')}>{bounds.note}</Fact>
        <Fact name={t('public.bounds.sdsn')}>{indicator.scored && <SdsnColours bounds={bounds} indicator={indicator} />}</Fact>
      </dl>
    </section>
  )
}

/** Another set of colours, by SDSN's method and the catalogue's thresholds; said to be what it is, so that nobody takes it for the bands. */
function SdsnColours({ bounds, indicator }: Pick<Detail, 'bounds' | 'indicator'>) {
  const set = thresholds.flatMap((name) => (bounds[name] === undefined ? [] : t(`public.bounds.${name}`, { value: formatValue(bounds[name], indicator) })))
  const text = formatList(set)
  return (
    <>
      {text ? `${text.charAt(0).toUpperCase()}${text.slice(1)}.` : t('public.bounds.sdsnNone')} <span class="meta">{t('public.bounds.sdsnHelp')}</span>
    </>
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
