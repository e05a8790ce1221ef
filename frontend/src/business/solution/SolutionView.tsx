import type { ComponentChildren } from 'preact'
import { api, call } from '~/api'
import { Link } from '~/app/Link'
import { GoalBadge } from '~/components'
import { goalName, targetName, useGoals, useLoad } from '~/hooks'
import { formatList, localText, t } from '~/i18n'
import { LanguageMark, langOf, Written } from '~/needs/Written'
import { useRegions } from '~/status'
import type { Solution } from '../useSolutions'

/** A solution as a municipality reads it. What isn't filled in is left out. */
export function SolutionView({ solution, level = 3 }: { solution: Solution; level?: 2 | 3 }) {
  const title = localText(solution.title)
  const summary = localText(solution.summary)
  const description = localText(solution.description)
  const Heading = `h${level}` as const
  return (
    <div class="solution-view">
      <p class="meta">{solution.business.name}</p>
      <Heading class="ds-heading" data-size="xs" {...langOf(title.language)}>
        {title.text || t('business.solutions.untitled')}
      </Heading>
      {title.text && <LanguageMark language={title.language} />}
      {summary.text && (
        <p class="solution-view__summary" {...langOf(summary.language)}>
          {summary.text}
        </p>
      )}
      {description.text && <Written text={description.text} language={description.language} />}
      <SolutionFacts solution={solution} />
    </div>
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

function Web({ address }: { address: string }) {
  return (
    <a class="ds-link" href={address} rel="noopener noreferrer">
      {address}
    </a>
  )
}

function SolutionFacts({ solution }: { solution: Solution }) {
  const { goals, targets, indicators, cpv, regionIds, trl, marketState, priceModel, references, website, business } = solution
  const names = useGoals().data
  const regions = useRegions().data ?? []
  return (
    <dl class="facts">
      {goals.length > 0 && (
        <Fact name={t('business.view.goals')}>
          <ul class="solution-view__list">
            {goals.map((goal) => (
              <li key={goal}>
                <GoalBadge goal={goal} name={goalName(names, goal)} size="small" />
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {targets.length > 0 && (
        <Fact name={t('business.view.targets')}>
          <ul class="solution-view__list">
            {targets.map((target) => (
              <li key={target}>{targetName(names, target)}</li>
            ))}
          </ul>
        </Fact>
      )}
      {indicators.length > 0 && (
        <Fact name={t('business.view.indicators')}>
          <Effects indicators={indicators} />
        </Fact>
      )}
      {cpv.length > 0 && (
        <Fact name={t('business.view.cpv')}>
          <ul class="solution-view__list">
            {cpv.map(({ code, label }) => (
              <li key={code}>
                <span class="figures">{code}</span> {label}
              </li>
            ))}
          </ul>
        </Fact>
      )}
      <Fact name={t('business.view.regions')}>
        {regionIds.length === 0 ? t('business.view.everywhere') : formatList(regionIds.map((id) => regions.find((one) => one.id === id)?.name ?? '…'))}
      </Fact>
      {trl > 0 && <Fact name={t('business.view.trl')}>{t(`business.trl.${trl as 1}`)}</Fact>}
      {marketState && <Fact name={t('business.view.market')}>{t(`business.market.${marketState}`)}</Fact>}
      {priceModel && <Fact name={t('business.view.price')}>{t(`business.price.${priceModel}`)}</Fact>}
      {references && (
        <Fact name={t('business.view.references')}>
          <span class="solution-view__lines">{references}</span>
        </Fact>
      )}
      {(website || business.website) && (
        <Fact name={t('business.view.website')}>
          <Web address={website || (business.website ?? '')} />
        </Fact>
      )}
      {business.mailbox && (
        <Fact name={t('business.view.contact')}>
          <a class="ds-link" href={`mailto:${business.mailbox}`}>
            {business.mailbox}
          </a>
        </Fact>
      )}
    </dl>
  )
}

function Effects({ indicators }: Pick<Solution, 'indicators'>) {
  const known = useLoad(async (signal) => (await call(api.GET('/indicators', { signal }))).items, []).data
  return (
    <ul class="solution-view__list">
      {indicators.map(({ code, effect, proof }) => (
        <li key={code}>
          <Link to={`/indicators/${code}`}>{known?.find((one) => one.code === code)?.name ?? code}</Link>
          {effect && `: ${effect}`}
          <span class="meta"> ({t(`business.proof.${proof}`)})</span>
        </li>
      ))}
    </ul>
  )
}
