import type { components } from '~/api'
import { formatDate, t } from '~/i18n'

type Organisation = components['schemas']['Organisation']
type DatedNumber = components['schemas']['DatedNumber']

function dated({ number, validFrom, validTo }: DatedNumber): string {
  if (!validFrom) return number
  if (!validTo) return t('account.organisation.numberSince', { number, from: formatDate(validFrom) })
  return t('account.organisation.numberBetween', { number, from: formatDate(validFrom), to: formatDate(validTo) })
}

/** What registers say; not to be changed here. */
export function OrganisationFacts({ organisation }: { organisation: Organisation }) {
  const { kind, orgNumber, numbers, comparisonGroup } = organisation
  return (
    <section class="section section--first" aria-labelledby="facts-title">
      <h2 class="ds-heading" data-size="sm" id="facts-title">
        {t('account.organisation.facts')}
      </h2>
      <dl class="facts">
        <div>
          <dt>{t('account.organisation.kind')}</dt>
          <dd>{t(`account.kind.${kind}`)}</dd>
        </div>
        {orgNumber && (
          <div>
            <dt>{t('account.organisation.orgNumber')}</dt>
            <dd class="figures">{orgNumber}</dd>
          </div>
        )}
        {numbers.length > 0 && (
          <div>
            <dt>{t('account.organisation.number')}</dt>
            <dd class="figures">
              {numbers.map((one) => (
                <div key={`${one.number} ${one.validFrom}`}>{dated(one)}</div>
              ))}
            </dd>
          </div>
        )}
        {comparisonGroup && (
          <div>
            <dt>{t('account.organisation.group')}</dt>
            <dd>{comparisonGroup}</dd>
          </div>
        )}
      </dl>
    </section>
  )
}
