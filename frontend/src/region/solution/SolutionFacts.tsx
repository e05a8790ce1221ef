import type { ComponentChildren } from 'preact'
import type { components } from '~/api'
import { Link } from '~/app/Link'
import { GoalBadge, Table } from '~/components'
import { goalName, targetName, useGoals } from '~/hooks'
import { t } from '~/i18n'
import { useIndicators, useRegions } from '~/status'

type Solution = components['schemas']['Solution']

/** What a business says of its solution besides the texts. What it hasn't said stands there as not given. */
export function SolutionFacts({ solution }: { solution: Solution }) {
  const goals = useGoals().data
  const regions = useRegions().data ?? []
  const indicators = useIndicators(undefined).data ?? []
  const { business, targets, cpv, trl, marketState, priceModel, references, website } = solution
  return (
    <>
      {solution.indicators.length > 0 && (
        <section class="section" aria-labelledby="effects">
          <h2 class="ds-heading" data-size="sm" id="effects">
            {t('region.solution.effects')}
          </h2>
          <Table
            caption={t('region.solution.effectsCaption')}
            hideCaption
            rows={solution.indicators}
            rowKey={({ code }) => code}
            columns={[
              { key: 'name', head: t('region.solution.indicator'), rowHead: true, cell: ({ code }) => <Link to={`/indicators/${code}`}>{indicators.find((one) => one.code === code)?.name ?? code}</Link> },
              { key: 'effect', head: t('region.solution.effect'), cell: ({ effect }) => effect || t('region.solution.none') },
              { key: 'proof', head: t('region.solution.proof'), cell: ({ proof }) => t(`region.proof.${proof}`) },
            ]}
          />
        </section>
      )}
      <dl class="facts section">
        <Fact name={t('region.solution.goals')}>
          {solution.goals.map((goal) => (
            <p key={goal}>
              <GoalBadge goal={goal} name={goalName(goals, goal)} size="small" />
            </p>
          ))}
        </Fact>
        <Fact name={t('region.solution.targets')}>
          {targets.map((target) => (
            <p key={target}>{targetName(goals, target)}</p>
          ))}
        </Fact>
        <Fact name={t('region.solution.cpv')}>
          {cpv.map(({ code, label }) => (
            <p key={code}>
              <span class="figures">{code}</span> {label}
            </p>
          ))}
        </Fact>
        <Fact name={t('region.solution.regions')}>{solution.regionIds.length === 0 ? t('region.solution.everywhere') : solution.regionIds.flatMap((id) => regions.find((region) => region.id === id)?.name ?? []).join(', ')}</Fact>
        <Fact name={t('region.solution.trl')}>{trl > 0 ? `${trl}` : ''}</Fact>
        <Fact name={t('region.solution.market')}>{marketState && t(`region.market.${marketState}`)}</Fact>
        <Fact name={t('region.solution.price')}>{priceModel && t(`region.price.${priceModel}`)}</Fact>
        <Fact name={t('region.solution.references')}>{references}</Fact>
        <Fact name={t('region.solution.website')}>{web(website || business.website)}</Fact>
        <Fact name={t('region.solution.orgNumber')}>{business.orgNumber}</Fact>
        <Fact name={t('region.solution.mailbox')}>
          {business.mailbox && (
            <a class="ds-link" href={`mailto:${business.mailbox}`}>
              {business.mailbox}
            </a>
          )}
        </Fact>
      </dl>
    </>
  )
}

function web(address: string | undefined): ComponentChildren {
  if (!address || !/^https?:\/\//.test(address)) return ''
  return (
    <a class="ds-link" href={address} rel="noopener noreferrer">
      {address}
    </a>
  )
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  const empty = !children || (Array.isArray(children) && children.length === 0)
  return (
    <div>
      <dt>{name}</dt>
      <dd>{empty ? <span class="meta">{t('region.solution.none')}</span> : children}</dd>
    </div>
  )
}
