import type { components } from '~/api'
import { Tag } from '~/components'
import { formatDate, formatDateTime, t } from '~/i18n'

type Anchoring = components['schemas']['Anchoring']

/** The decisions on the latest revision, where there are any. */
export function Anchorings({ list }: { list: readonly Anchoring[] }) {
  const latest = list.filter((one) => one.latest)
  if (latest.length === 0) return null
  return (
    <section class="section" aria-labelledby="anchor-title">
      <h2 class="ds-heading" data-size="sm" id="anchor-title">
        {t('review.anchor.title')}
      </h2>
      {latest.map((one) => (
        <Decision key={one.level} one={one} />
      ))}
    </section>
  )
}

/** One decision as it is on record; headed where its level stands above it. */
export function Decision({ one, headed = false }: { one: Anchoring; headed?: boolean }) {
  const facts = [
    [t('review.anchor.body'), one.body],
    [t('review.anchor.caseNumber'), one.caseNumber],
    [t('review.anchor.decidedOn'), formatDate(one.decidedOn)],
    [t('review.anchor.text'), one.text],
  ] as const
  return (
    <>
      {!headed && (
        <p>
          <Tag tone={one.latest ? 'success' : 'neutral'}>{t(`review.anchor.${one.level}`)}</Tag> {!one.latest && t('review.anchor.onRevision', { n: one.revision })}
        </p>
      )}
      <dl class="facts">
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd class="typed">{value}</dd>
              </div>
            ),
        )}
        {one.link && (
          <div>
            <dt>{t('review.anchor.web')}</dt>
            <dd>
              <a class="ds-link" href={one.link} rel="noopener noreferrer">
                {one.link}
              </a>
            </dd>
          </div>
        )}
      </dl>
      <p class="meta">{t('review.anchor.recordedBy', { time: formatDateTime(one.recordedAt), name: one.recordedBy?.name ?? 'Løftet' })}</p>
    </>
  )
}
