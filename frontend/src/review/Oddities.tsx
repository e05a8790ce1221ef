import type { components } from '~/api'
import { GoalBadge, Tag } from '~/components'
import { formatValue, t } from '~/i18n'
import { AskButton } from './Ask'
import type { Review } from './ReviewPage'

type Oddity = components['schemas']['Oddity']

/** The figures that stand out, each once with all that is odd about it. */
export function Oddities({ review, onChanged }: { review: Review; onChanged: () => void }) {
  const codes = [...new Set(review.oddities.map(({ code }) => code))]
  return (
    <section class="section" aria-labelledby="odd-title">
      <h2 class="ds-heading" data-size="sm" id="odd-title">
        {t('review.odd.title')}
      </h2>
      {codes.length === 0 && <p>{t('review.odd.none')}</p>}
      <ul class="review-list">
        {codes.map((code) => (
          <Odd key={code} review={review} oddities={review.oddities.filter((one) => one.code === code)} onChanged={onChanged} />
        ))}
      </ul>
    </section>
  )
}

function Odd({ review, oddities, onChanged }: { review: Review; oddities: readonly Oddity[]; onChanged: () => void }) {
  const [first] = oddities
  if (!first) return null
  const { code, name, goal } = first
  const said = first.said || review.questions.findLast((question) => question.code === code && question.reply)?.reply
  const asked = review.questions.some((question) => question.code === code && question.state === 'open')
  return (
    <li class="review-item">
      <h3 class="ds-heading review-item__head" data-size="2xs">
        <GoalBadge goal={goal} label={t('municipality.goal.plain', { n: goal })} size="small" /> {name}: <span class="figures">{formatValue(first.value, first)}</span>
      </h3>
      {oddities.map(({ message }) => (
        <p key={message}>{message}</p>
      ))}
      <p class={said ? 'typed' : 'meta'}>{said ? t('review.odd.said', { text: said }) : t('review.odd.unsaid')}</p>
      {asked ? <Tag tone="warning">{t('review.ask.asked')}</Tag> : review.actions.includes('ask') && <AskButton review={review} code={code} name={name} onChanged={onChanged} />}
    </li>
  )
}
