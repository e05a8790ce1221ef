import type { ComponentChildren } from 'preact'
import type { components } from '~/api'
import { BandTag } from '~/components'
import { formatDate, formatNumber, formatValue, t } from '~/i18n'
import { formatScore } from '../figure'

type Provenance = components['schemas']['Provenance']

const methodNames: Readonly<Record<string, string>> = { sdsn: 'SDSN', 'us-cities': 'US cities', u4ssc: 'U4SSC' }

/** The number itself, by which method and version it came about, and as of when. */
export function Facts({ proven: { number, indicator, round, method, asOf } }: { proven: Provenance }) {
  const goal = number.kind === 'region_goal'
  const write = (value: number | undefined) => (indicator ? formatValue(value, indicator) : formatScore(value))
  return (
    <>
      <dl class="facts">
        {number.value !== undefined && <Fact name={t('provenance.fact.value')}>{write(number.value)}</Fact>}
        {number.score !== undefined && !goal && <Fact name={t('provenance.fact.score')}>{formatScore(number.score)}</Fact>}
        {number.exactScore !== undefined && <Fact name={t('provenance.fact.exact')}>{formatNumber(number.exactScore, 6)}</Fact>}
        {number.mean !== undefined && <Fact name={t('provenance.fact.mean')}>{write(number.mean)}</Fact>}
        {number.median !== undefined && <Fact name={t('provenance.fact.median')}>{write(number.median)}</Fact>}
        {number.units > 0 && <Fact name={t('provenance.fact.units')}>{formatNumber(number.units)}</Fact>}
        {number.band !== 'none' && (
          <Fact name={t('provenance.fact.band')}>
            <BandTag band={number.band} />
          </Fact>
        )}
        {round && <Fact name={t('status.period')}>{round.name}</Fact>}
        <Fact name={t('provenance.fact.method')}>{t('provenance.fact.methodVersion', { name: methodNames[method.id] ?? method.id, version: method.version })}</Fact>
        <Fact name={t('provenance.fact.asOf')}>{formatDate(asOf)}</Fact>
      </dl>
      <p class="number-rule">{t(`provenance.rule.${number.kind}`)}</p>
    </>
  )
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
