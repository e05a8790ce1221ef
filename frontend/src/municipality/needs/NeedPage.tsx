import { api, call, type components } from '~/api'
import { Link } from '~/app/Link'
import { Page } from '~/app/Page'
import type { PageProps } from '~/app/routes'
import { Alert, GoalBadge, Loaded, StateTag, Table } from '~/components'
import { useLoad } from '~/hooks'
import { formatDate, localText, t } from '~/i18n'
import { LanguageMark, Written } from '~/needs/Written'
import { Figure } from '~/status'
import { Matches } from './Matches'
import { Priority } from './Priority'
import '../municipality.css'
import './needs.css'

type Need = components['schemas']['WorkbenchNeed']

/** A need with the reasons for it, the figures behind it, and the solutions that fit. */
export default function NeedPage({ params }: PageProps) {
  const needId = params['id'] ?? ''
  const load = useLoad((signal) => call(api.GET('/workbench/needs/{needId}', { params: { path: { needId } }, signal })), [needId])
  const need = load.data
  return (
    <Page
      title={need ? localText(need.title).text : t('ownNeeds.one')}
      above={
        need && (
          <>
            <GoalBadge goal={need.goal} label={t('municipality.goal.plain', { n: need.goal })} size="small" /> {need.regionName}
          </>
        )
      }
      back={{ to: '/municipality/needs', label: t('ownNeeds.title') }}
    >
      <Loaded load={load}>{(shown) => <Shown need={shown} />}</Loaded>
    </Page>
  )
}

const parts = ['fact', 'rootCauses', 'wantedEffect', 'volume', 'timeline'] as const

function Shown({ need }: { need: Need }) {
  return (
    <>
      <p class="round-state">
        <StateTag of="need" state={need.state} /> {need.deadline && <span>{t('municipality.round.deadline', { date: formatDate(need.deadline) })}</span>}
      </p>
      <div class="stack">
        {need.madeUp && (
          <Alert tone="warning">
            <p>{t('status.madeUp')}</p>
          </Alert>
        )}
        {need.publishedVersion > 0 && (
          <p>
            <Link to={`/needs/${need.id}`}>{t('ownNeeds.toPublic')}</Link>
          </p>
        )}
        {need.rejectReason && (
          <Alert title={t('common.need.rejected')}>
            <p class="typed">{need.rejectReason}</p>
          </Alert>
        )}
      </div>
      <section class="section prose" aria-labelledby="why-title">
        <h2 class="ds-heading" data-size="sm" id="why-title">
          {t('ownNeeds.why')}
        </h2>
        <p>{need.reason}</p>
        {need.indicator && (
          <p>
            <Link to={`/indicators/${encodeURIComponent(need.indicator.code)}`}>{need.indicator.name}</Link>
          </p>
        )}
        <Priority priority={need.priority} rounded={need.rounded} parts={need.parts} />
      </section>
      {parts.map((part) => (
        <Part key={part} title={t(`ownNeeds.${part}`)} texts={need[part]} />
      ))}
      <Figures need={need} />
      <Matches needId={need.id} />
    </>
  )
}

function Part({ title, texts }: { title: string; texts: Readonly<Record<string, string>> }) {
  const { text, language } = localText(texts)
  if (!text) return null
  return (
    <section class="section prose">
      <h2 class="ds-heading" data-size="xs">
        {title} <LanguageMark language={language} />
      </h2>
      <Written text={text} language={language} />
    </section>
  )
}

function Figures({ need }: { need: Need }) {
  if (need.figures.length === 0) return null
  return (
    <section class="section">
      <h2 class="ds-heading" data-size="sm">
        {t('ownNeeds.figures')}
      </h2>
      <p class="prose">{t('ownNeeds.figuresHelp')}</p>
      <Table
        caption={t('ownNeeds.figures')}
        hideCaption
        rows={need.figures}
        rowKey={({ municipality }) => municipality.id}
        columns={[
          { key: 'name', head: t('ownNeeds.municipality'), rowHead: true, cell: ({ municipality }) => municipality.name },
          { key: 'role', head: t('ownNeeds.role'), cell: ({ role }) => t(`ownNeeds.role.${role}`) },
          { key: 'because', head: t('ownNeeds.because'), cell: ({ because }) => t(`ownNeeds.because.${because}`) },
          { key: 'figure', head: t('ownNeeds.figure'), cell: ({ cell }) => <Figure cell={cell} indicator={need.indicator ?? { unit: '', decimals: 1 }} /> },
          {
            key: 'answer',
            head: t('ownNeeds.answer'),
            // Only one's own answers have a page here; those of others are the council's to open.
            cell: ({ responseId }) =>
              responseId ? (
                <Link to={`/municipality/rounds/${responseId}/goals/${need.goal}${need.indicator ? `?question=${encodeURIComponent(need.indicator.code)}` : ''}`}>{t('ownNeeds.toAnswer')}</Link>
              ) : (
                t('ownNeeds.noAnswer')
              ),
          },
        ]}
      />
    </section>
  )
}
