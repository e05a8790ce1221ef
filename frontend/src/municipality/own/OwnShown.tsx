import type { ComponentChildren } from 'preact'
import { Skeleton } from '~/components'
import { language, t } from '~/i18n'
import { InLanguage } from '~/form/field/InLanguage'
import { withOther } from '~/form/field/withOther'
import { asRows, type Place, rowPlace, standingOf } from '~/form/field/place'
import type { Item } from '~/form/form'
import { useStandings } from '~/form/useStandings'
import { valueText } from '~/form/valueText'
import { textIn } from '~/form/text'
import { itemsOf } from './OwnFields'
import { answersOf } from './rows'
import type { OwnQuestions } from './useEntries'

interface ShownProps {
  place: Place
  items: readonly Item[]
  action: (item: Item) => ComponentChildren
}

/** Questions and answers, one under the other; rows of a repeat by their number. */
function Shown({ place, items, action }: ShownProps) {
  return (
    <>
      {withOther(items).map((item) => {
        if (item.kind === 'group') return <Shown key={item.name} place={place} items={item.items ?? []} action={action} />
        const standing = standingOf(place, item)
        if (!standing?.visible || item.kind === 'note' || !item.label) return null
        if (item.kind === 'repeat') {
          return (
            <div key={item.name} class="answer">
              <dt class="answer__name">
                <InLanguage form={place.form} text={item.label} wanted={place.language} />
              </dt>
              <dd class="answer__value">
                {standing.rows.length === 0 && <span class="meta">{t('form.rowsNone')}</span>}
                {standing.rows.map((rows, i) => (
                  <dl key={i} class="answers" aria-label={t('form.row', { number: i + 1 })}>
                    <Shown place={rowPlace(place, item, i, asRows(place.answers[item.name])[i] ?? {}, rows, () => undefined)} items={item.items ?? []} action={() => null} />
                  </dl>
                ))}
              </dd>
              <dd class="answer__action">{action(item)}</dd>
            </div>
          )
        }
        return (
          <div key={item.name} class="answer">
            <dt class="answer__name">
              <InLanguage form={place.form} text={item.label} wanted={place.language} />
            </dt>
            <dd class="answer__value">
              <strong class="figures">{valueText(place, item, standing.value)}</strong>
            </dd>
            <dd class="answer__action">{item.kind !== 'calculated' && action(item)}</dd>
          </div>
        )
      })}
    </>
  )
}

/** What an own question is called. */
export const labelIn = ({ form }: OwnQuestions, { label, name }: Item) => textIn(form, label, language()).text || name

/** The own questions of a goal with their answers to read; action gives a link that changes one. */
export function OwnShown({ own, goal, action = () => null }: { own: OwnQuestions; goal: number; action?: (item: Item) => ComponentChildren }) {
  const answers = answersOf(own.form, own.entries)
  const { standings } = useStandings(own.form, answers)
  const items = itemsOf(own.form, goal)
  if (items.length === 0) return null
  if (!standings) return <Skeleton lines={3} />
  const place: Place = { form: own.form, language: language(), prefix: 'own', answers, standings, tried: false, refused: () => undefined, change: () => undefined, leave: () => undefined }
  return (
    <dl class="answers">
      <Shown place={place} items={items} action={action} />
    </dl>
  )
}
