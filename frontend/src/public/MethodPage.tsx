import type { ComponentChildren } from 'preact'
import { api, call, type components } from '~/api'
import { Link } from '~/app/Link'
import { Page } from '~/app/Page'
import { BandTag, Loaded, Skeleton, Table } from '~/components'
import { useLoad } from '~/hooks'
import { formatDate, formatNumber, formatShare, rich, t } from '~/i18n'

type Method = components['schemas']['MethodDescription']
type Part = components['schemas']['Part']

const bounds = ['bounds1', 'bounds2', 'bounds3', 'bounds4'] as const

export default function MethodPage() {
  const load = useLoad((signal) => call(api.GET('/method', { signal })), [])
  return (
    <Page title={t('public.method.title')} lead={t('public.method.lead')}>
      <div class="prose">
        <Heading id="score">{t('public.method.scoreTitle')}</Heading>
        <p>{t('public.method.score')}</p>
        <p>{t('public.method.goal')}</p>
        <p>{t('public.method.missing')}</p>
        <Heading id="bounds">{t('public.method.boundsTitle')}</Heading>
        <ol>
          {bounds.map((key) => (
            <li key={key}>{t(`public.method.${key}`)}</li>
          ))}
        </ol>
        <p>{t('public.method.boundsElse')}</p>
        <Loaded load={load} skeleton={<Skeleton lines={12} />}>
          {(method) => (
            <div class="prose">
              <InForce method={method} />
            </div>
          )}
        </Loaded>
        <Heading id="again">{t('public.method.again')}</Heading>
        <p>
          {rich('public.method.againText', {
            indicators: (inner) => <Link to="/indicators">{inner}</Link>,
            data: (inner) => <Link to="/data">{inner}</Link>,
          })}
        </p>
      </div>
    </Page>
  )
}

/** What the server calculates with right now. */
function InForce({ method: { bands, methods, needRules, matchWeights } }: { method: Method }) {
  const share = (value: number) => formatShare(value)
  return (
    <>
      <Heading id="bands">{t('public.method.bandsTitle')}</Heading>
      <p>{t('public.method.bandsHelp')}</p>
      <Table
        caption={t('public.method.bandsCaption')}
        hideCaption
        rows={bands}
        rowKey={({ band }) => band}
        columns={[
          { key: 'band', head: t('public.method.band'), rowHead: true, cell: ({ band }) => <BandTag band={band} /> },
          { key: 'points', head: t('public.method.points'), numeric: true, cell: ({ from, to }) => t('public.method.range', { from: formatNumber(from), to: formatNumber(to) }) },
        ]}
      />
      <Heading id="methods">{t('public.method.methodsTitle')}</Heading>
      <p>{t('public.method.methodsHelp')}</p>
      {methods.map(({ id, version, name, description }) => (
        <div key={id}>
          <h3 class="ds-heading" data-size="2xs">
            {name}
          </h3>
          <p>{description}</p>
          <p class="meta">{t('public.method.version', { id, version })}</p>
        </div>
      ))}
      <Heading id="needs">{t('public.method.needsTitle')}</Heading>
      <p>{t('public.method.needsHelp')}</p>
      <ul>
        <li>{t('public.rule.hit', { points: formatNumber(needRules.fallingPoints) })}</li>
        <li>{t('public.rule.share', { share: share(needRules.shareOfResponding), n: needRules.minimumMunicipalities })}</li>
        <li>{t('public.rule.population', { share: share(needRules.populationShare) })}</li>
        <li>{t('public.rule.region', { n: needRules.minimumRegion, share: share(needRules.minimumResponding) })}</li>
        <li>{t('public.rule.coverage', { share: share(needRules.minimumCoverage) })}</li>
      </ul>
      <Heading id="priority">{t('public.method.priorityTitle')}</Heading>
      <p>{t('public.method.priorityHelp')}</p>
      <Weights caption={t('public.method.priorityCaption')} parts={needRules.weights} />
      <p class="meta">{t('public.method.rulesSince', { version: needRules.version, date: formatDate(needRules.since) })}</p>
      <Heading id="match">{t('public.method.matchTitle')}</Heading>
      <p>{t('public.method.matchHelp')}</p>
      <Weights caption={t('public.method.matchCaption')} parts={matchWeights.weights} />
      <p class="meta">{t('public.method.rulesSince', { version: matchWeights.version, date: formatDate(matchWeights.since) })}</p>
    </>
  )
}

function Heading({ id, children }: { id: string; children: ComponentChildren }) {
  return (
    <h2 class="ds-heading" data-size="sm" id={id}>
      {children}
    </h2>
  )
}

function Weights({ caption, parts }: { caption: string; parts: readonly Part[] }) {
  return (
    <Table
      caption={caption}
      hideCaption
      rows={parts}
      rowKey={({ key }) => key}
      columns={[
        { key: 'part', head: t('public.method.part'), rowHead: true, cell: ({ label }) => label },
        { key: 'most', head: t('public.method.most'), numeric: true, cell: ({ value }) => formatNumber(value) },
      ]}
      foot={
        <tr>
          <th scope="row">{t('public.method.sum')}</th>
          <td class="table__number">{formatNumber(parts.reduce((sum, { value }) => sum + value, 0))}</td>
        </tr>
      }
    />
  )
}
