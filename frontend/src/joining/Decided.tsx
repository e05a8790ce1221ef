import { Table, Tag } from '~/components'
import { t } from '~/i18n'
import { type CouncilDecision, type Participation, toneOf, whereDecided } from './participation'

/** Where a municipality stands, as a word. */
export function ParticipationTag({ state }: { state: Participation['state'] }) {
  return <Tag tone={toneOf[state]}>{t(`joining.state.${state}`)}</Tag>
}

/** What a municipality decided itself, or that nothing is on record. */
export function OwnDecision({ decision }: Pick<Participation, 'decision'>) {
  if (!decision) return <span class="meta">{t('joining.own.noDecision')}</span>
  return (
    <>
      {t(`joining.outcome.${decision.outcome}`)}
      <div class="meta">{whereDecided(decision)}</div>
    </>
  )
}

/** Who decided what, for those who only look. */
export function DecidedTable({ items }: { items: readonly Participation[] }) {
  return (
    <Table
      caption={t('joining.members.caption')}
      hideCaption
      rows={items}
      rowKey={({ municipality }) => municipality.id}
      columns={[
        { key: 'name', head: t('joining.members.municipality'), rowHead: true, cell: ({ municipality }) => municipality.name },
        { key: 'state', head: t('joining.members.state'), cell: ({ state }) => <ParticipationTag state={state} /> },
        { key: 'decision', head: t('joining.members.decision'), cell: ({ decision }) => <OwnDecision {...(decision ? { decision } : {})} /> },
        { key: 'cohort', head: t('joining.members.cohort'), unbroken: true, cell: ({ cohort }) => cohort || '–' },
      ]}
    />
  )
}

/** What the regional council said, one after the other. */
export function CouncilSaid({ items }: { items: readonly CouncilDecision[] }) {
  if (items.length === 0) return <p>{t('joining.own.councilNone')}</p>
  return (
    <ul class="rows">
      {items.map((one) => (
        <li key={one.id}>
          <strong>{t(`joining.council.${one.outcome}`)}</strong>
          <div class="meta">{whereDecided(one)}</div>
          {one.text && <p class="typed">{one.text}</p>}
        </li>
      ))}
    </ul>
  )
}
