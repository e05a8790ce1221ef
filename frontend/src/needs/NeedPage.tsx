import { api, call, type components } from '~/api'
import { Link } from '~/app/Link'
import { Page } from '~/app/Page'
import type { PageProps } from '~/app/routes'
import { rolesOf, useSession } from '~/app/session'
import { Alert, GoalBadge, Loaded, Skeleton } from '~/components'
import { goalName, useGoals, useLoad } from '~/hooks'
import { t } from '~/i18n'
import { deadlineText } from './deadline'
import { NeedFacts } from './NeedFacts'
import { NeedMarks, reachText } from './NeedItem'
import { NeedParticipants } from './NeedParticipants'
import { ShareNeed } from './ShareNeed'
import { LanguageMark, langOf, Written } from './Written'
import './need.css'

export type PublishedNeed = components['schemas']['PublishedNeed']

const texts = ['fact', 'rootCauses', 'wantedEffect', 'volume', 'timeline'] as const

/** A published need, for everyone. What nobody has written is left out. */
export default function NeedPage({ params }: PageProps) {
  const needId = params['id'] ?? ''
  const load = useLoad((signal) => call(api.GET('/needs/{needId}', { params: { path: { needId } }, signal })), [needId])
  const goals = useGoals().data
  const need = load.data?.need
  return (
    <Page
      title={need?.title ?? t('needs.title')}
      titleLanguage={need && langOf(need.language).lang}
      back={{ to: '/needs', label: t('needs.back') }}
      above={need && <GoalBadge goal={need.goal} name={goalName(goals, need.goal)} />}
      lead={need && `${need.regionName}. ${reachText(need)}. ${deadlineText(need.deadline)}.`}
      wide
    >
      <Loaded load={load} skeleton={<Skeleton lines={10} />}>
        {(published) => <Shown published={published} />}
      </Loaded>
    </Page>
  )
}

function Shown({ published }: { published: PublishedNeed }) {
  const { need } = published
  const [fact, ...others] = texts
  return (
    <div class="need">
      <div class="need__text">
        <div class="stack">
          <div class="need-marks">
            <NeedMarks need={need} />
          </div>
          {need.madeUp && <p class="meta">{t('needs.madeUp.help')}</p>}
          <Alert title={t('needs.notTender')}>
            <p>{t(need.state === 'in_procurement' ? 'needs.notTender.procurement' : 'needs.notTender.text')}</p>
          </Alert>
        </div>
        <NeedText name={fact} published={published} />
        <NeedParticipants participants={published.municipalities} />
        {others.map((name) => (
          <NeedText key={name} name={name} published={published} />
        ))}
        <Answer />
      </div>
      <aside class="need__facts" aria-labelledby="facts">
        <NeedFacts published={published} />
        <ShareNeed />
      </aside>
    </div>
  )
}

function NeedText({ name, published }: { name: (typeof texts)[number]; published: PublishedNeed }) {
  const { text, language } = published[name]
  if (!text.trim()) return null
  return (
    <section class="section" aria-labelledby={name}>
      <h2 class="ds-heading" data-size="sm" id={name}>
        {t(`needs.${name}`)}
      </h2>
      <LanguageMark language={language} />
      <Written text={text} language={language} />
    </section>
  )
}

/** The way on for a business. */
function Answer() {
  const roles = rolesOf(useSession())
  if (roles.length > 0 && !roles.includes('supplier')) return null
  const supplier = roles.includes('supplier')
  return (
    <section class="section need__answer" aria-labelledby="answer">
      <h2 class="ds-heading" data-size="sm" id="answer">
        {t('needs.answer')}
      </h2>
      <p>{t(supplier ? 'needs.answer.textSupplier' : 'needs.answer.text')}</p>
      <p>{supplier ? <Link to="/business">{t('needs.answer.matches')}</Link> : <Link to="/register">{t('needs.answer.register')}</Link>}</p>
    </section>
  )
}
