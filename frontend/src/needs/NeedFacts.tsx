import type { ComponentChildren } from 'preact'
import { Link } from '~/app/Link'
import { StateTag } from '~/components'
import { targetText } from '~/hooks'
import { formatDate, hasText, t } from '~/i18n'
import { address, publicPlaces } from '~/status'
import { deadlineDate } from './deadline'
import type { PublishedNeed } from './NeedPage'

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Deadline, stage, target, indicator, codes, contact and versions, each where there is one. */
export function NeedFacts({ published }: { published: PublishedNeed }) {
  const { need, indicator, catalogueId, targetLabel, minimumTrl, cpv, contact, versions } = published
  const stage = `needs.stage.${need.state}`
  return (
    <>
      <h2 class="ds-heading" data-size="xs" id="facts">
        {t('needs.aside')}
      </h2>
      <dl class="facts">
        <Fact name={t('needs.deadline')}>{deadlineDate(need.deadline)}</Fact>
        <Fact name={t('needs.stage')}>{hasText(stage) ? t(stage as 'needs.stage.published') : <StateTag of="need" state={need.state} />}</Fact>
        {contact && (
          <Fact name={t('needs.contact')}>
            <a class="ds-link" href={`mailto:${contact}`}>
              {contact}
            </a>
          </Fact>
        )}
        {need.target && (
          <Fact name={t('needs.target')}>{targetText(need.target, targetLabel)}</Fact>
        )}
        {indicator && (
          <Fact name={t('needs.indicator')}>
            <Link to={publicPlaces.indicator(need.regionId, indicator.code, {}, catalogueId)}>{indicator.name}</Link>
          </Fact>
        )}
        {minimumTrl !== undefined && <Fact name={t('needs.trl')}>{t('needs.trl.text', { n: minimumTrl })}</Fact>}
        {cpv.length > 0 && (
          <Fact name={t('needs.cpv')}>
            <ul>
              {cpv.map(({ code, label }) => (
                <li key={code}>
                  <span class="figures">{code}</span> {label}
                </li>
              ))}
            </ul>
          </Fact>
        )}
        <Fact name={t('needs.versions')}>
          <ul>
            {[...versions].reverse().map(({ number, publishedAt }) => (
              <li key={number}>
                {t('needs.versions.item', { n: number, date: formatDate(publishedAt) })}
                {number === need.version && versions.length > 1 && ` (${t('needs.versions.now')})`}
              </li>
            ))}
          </ul>
        </Fact>
      </dl>
      <p>
        <Link to={address(`/status/${need.regionId}`, {})}>{t('needs.toStatus', { region: need.regionName })}</Link>
      </p>
    </>
  )
}
