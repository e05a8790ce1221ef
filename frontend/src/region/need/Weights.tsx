import { useState } from 'preact/hooks'
import type { components } from '~/api'
import { Link } from '~/app/Link'
import { setQuery } from '~/app/location'
import { Button, Details, NumberField, Table } from '~/components'
import { formatNumber, rich, t } from '~/i18n'
import { pointsOf, sumOf, type Points } from './weights'

type Need = components['schemas']['WorkbenchNeedSummary']
type Part = components['schemas']['Part']

interface Props {
  inForce: readonly Part[]
  ruleVersion: string
  /** As the address has them; null for none tried. */
  tried: string | null
  needs: readonly Need[]
}

/** Tries other weights on the list: old and new place of each need. Nothing is stored. */
export function Weights({ inForce, ruleVersion, tried, needs }: Props) {
  const [points, setPoints] = useState<Points>(() => pointsOf(tried) ?? inForce.map(({ value }) => value))
  const sum = sumOf(points)
  const ranked = needs.filter(({ tried: place }) => place).sort((a, b) => (a.tried?.newRank ?? 0) - (b.tried?.newRank ?? 0))
  return (
    <Details summary={t('region.needs.weights')} open={tried !== null}>
      <p>{rich('region.needs.weightsHelp', { link: (inner) => <Link to="/method">{inner}</Link> })}</p>
      <p class="meta">{t('region.need.ruleVersion', { version: ruleVersion })}</p>
      <form
        class="weights"
        onSubmit={(event) => {
          event.preventDefault()
          if (sum === 100) setQuery({ weights: points.join('-') })
        }}
      >
        {inForce.map(({ key, label, value }, i) => (
          <NumberField
            key={key}
            id={`weight-${key}`}
            label={label}
            help={t('region.needs.weightNow', { points: formatNumber(value, 0) })}
            whole
            value={points[i] ?? null}
            onChange={(next) => setPoints(points.map((one, at) => (at === i ? next : one)))}
          />
        ))}
        <p role="status">{sum === 100 ? t('region.needs.weightsRight') : sum === undefined ? t('region.needs.weightsWhole') : t('region.needs.weightsSum', { sum: formatNumber(sum, 0) })}</p>
        <div class="actions">
          <Button type="submit" disabled={sum !== 100}>
            {t('region.needs.weightsTry')}
          </Button>
          {tried !== null && (
            <Button
              variant="secondary"
              onClick={() => {
                setPoints(inForce.map(({ value }) => value))
                setQuery({ weights: null })
              }}
            >
              {t('region.needs.weightsBack')}
            </Button>
          )}
        </div>
      </form>
      {tried !== null && (
        <Table
          caption={t('region.needs.triedCaption')}
          rows={ranked}
          rowKey={(need) => need.id ?? `${need.indicator?.code}`}
          columns={[
            { key: 'need', head: t('region.needs.triedNeed'), rowHead: true, cell: (need) => (need.id ? <Link to={`/region/needs/${need.id}`}>{need.title}</Link> : need.title) },
            { key: 'rank', head: t('region.needs.triedRank'), numeric: true, cell: ({ tried: place }) => `${place?.rank}` },
            { key: 'newRank', head: t('region.needs.triedNewRank'), numeric: true, cell: ({ tried: place }) => `${place?.newRank}` },
            { key: 'priority', head: t('region.needs.triedPriority'), numeric: true, cell: ({ tried: place }) => formatNumber(place?.priority, 1) },
          ]}
        />
      )}
    </Details>
  )
}
