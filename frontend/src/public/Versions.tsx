import type { components } from '~/api'
import { Table } from '~/components'
import { formatDate, formatNumber, noFigure, type PlainKey, t } from '~/i18n'

type Detail = components['schemas']['IndicatorDetail']
type Change = components['schemas']['DefinitionChange']

const names: Record<Change['field'], PlainKey> = {
  name: 'public.head.name',
  question: 'public.indicator.question',
  help: 'public.indicator.help',
  target: 'public.indicator.target',
  also: 'public.indicator.also',
  numerator: 'public.indicator.numerator',
  denominator: 'public.indicator.denominator',
  formula: 'public.indicator.formula',
  parts: 'public.change.parts',
  unit: 'public.head.unit',
  type: 'public.indicator.type',
  decimals: 'public.change.decimals',
  min: 'public.change.min',
  max: 'public.change.max',
  direction: 'public.head.direction',
  middle: 'public.indicator.middle',
  lower: 'public.bounds.lower',
  optimum: 'public.bounds.optimum',
  greenFrom: 'public.change.green',
  yellowFrom: 'public.change.yellow',
  redFrom: 'public.change.red',
  basis: 'public.bounds.basis',
  reference: 'public.bounds.reference',
  referenceYear: 'public.change.referenceYear',
  note: 'public.bounds.note',
  owner: 'public.source.owner',
  table: 'public.source.table',
  otherTable: 'public.source.other',
  dimensions: 'public.source.dimensions',
  sourceNote: 'public.source.note',
  prefillable: 'public.head.prefillable',
  u4ssc: 'public.indicator.u4ssc',
}

const numeric = ['min', 'max', 'middle', 'lower', 'optimum', 'greenFrom', 'yellowFrom', 'redFrom']

/** What a version says in the reader's words: numbers with their decimal sign, known words by their names. */
export function said(field: Change['field'], value: string): string {
  if (!value) return noFigure
  if (numeric.includes(field)) return formatNumber(Number(value))
  switch (field) {
    case 'type':
      return t(`public.type.${value as Detail['indicator']['type']}`)
    case 'direction':
      return t(`public.direction.${value as Detail['indicator']['direction']}`)
    case 'basis':
      return t(`public.basis.${value as Detail['bounds']['basis']}`)
    case 'prefillable':
      return t(`public.prefillable.${value as NonNullable<Detail['indicator']['prefillable']>}`)
  }
  return value
}

/** The versions of a definition, the newest first, each with what it says otherwise than the one before. */
export function Versions({ detail }: { detail: Detail }) {
  return (
    <section class="section" aria-labelledby="versions">
      <h2 class="ds-heading" data-size="sm" id="versions">
        {t('public.indicator.versions')}
      </h2>
      <p class="prose">{t('public.indicator.versionsHelp')}</p>
      {detail.versions.map(({ version, since, changes }) => (
        <div key={version}>
          <h3 class="ds-heading" data-size="2xs">
            {t('public.indicator.version', { version, date: formatDate(since) })}
          </h3>
          {changes.length === 0 ? (
            <p>{t('public.indicator.firstVersion')}</p>
          ) : (
            <Table
              caption={t('public.change.caption', { version })}
              hideCaption
              rows={changes}
              rowKey={({ field }) => field}
              columns={[
                { key: 'field', head: t('public.change.what'), rowHead: true, cell: ({ field }) => t(names[field]) },
                { key: 'before', head: t('public.change.before'), cell: ({ field, before }) => said(field, before) },
                { key: 'after', head: t('public.change.after'), cell: ({ field, after }) => said(field, after) },
              ]}
            />
          )}
        </div>
      ))}
    </section>
  )
}
