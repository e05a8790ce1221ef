import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { usePlace } from '~/app/location'
import { Answers, goToField, Skeleton } from '~/components'
import { language, t } from '~/i18n'
import { InLanguage } from '~/form/field/InLanguage'
import { withOther } from '~/form/field/withOther'
import { asRows, fileOf, isFile, type Place, rowPlace, standingOf } from '~/form/field/place'
import { type Item, rowNumber, type Value } from '~/form/form'
import { useStandings } from '~/form/useStandings'
import { valueText } from '~/form/valueText'
import { textIn } from '~/form/text'
import { shownId } from '../answer/AnswerShown'
import { attachmentAddress } from '../answer/Attachments'
import { Foot } from './Foot'
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
            <div key={item.name} class="answer" id={shownId(item.name)} tabIndex={-1}>
              <dt class="answer__name">
                <InLanguage form={place.form} text={item.label} wanted={place.language} />
              </dt>
              <dd class="answer__value">
                {standing.rows.length === 0 && <span class="meta">{t('form.rowsNone')}</span>}
                {standing.rows.map((rows, i) => (
                  <div key={i} class="answer__row">
                    <p class="meta">{t('form.row', { number: i + 1 })}</p>
                    <Answers>
                      <Shown place={rowPlace(place, item, i, asRows(place.answers[item.name])[i] ?? {}, rows, () => undefined)} items={item.items ?? []} action={() => null} />
                    </Answers>
                  </div>
                ))}
              </dd>
              <dd class="answer__action">{action(item)}</dd>
            </div>
          )
        }
        return (
          <div key={item.name} class="answer" {...(place.answers[rowNumber] === undefined ? { id: shownId(item.name) } : {})} tabIndex={-1}>
            <dt class="answer__name">
              <InLanguage form={place.form} text={item.label} wanted={place.language} />
            </dt>
            <dd class="answer__value">
              <AnswerText place={place} item={item} value={standing.value} />
              {item.kind !== 'calculated' && place.foot?.(item, Number(place.answers[rowNumber] ?? 0))}
            </dd>
            <dd class="answer__action">{item.kind !== 'calculated' && action(item)}</dd>
          </div>
        )
      })}
    </>
  )
}

/** An answer as one reads it; a file to save, a link to open. */
function AnswerText({ place, item, value }: { place: Place; item: Item; value: Value }) {
  const text = valueText(place, item, value)
  const file = fileOf(place, value)
  const address = item.kind !== 'attachment' || value === null || isFile(value) ? file && place.files?.addressOf(file) : String(value)
  if (!address) return <strong class={typeof value === 'number' ? 'figures' : ''}>{text}</strong>
  return (
    <a class="ds-link" href={address} rel="noopener noreferrer" download={file?.name}>
      {text}
    </a>
  )
}

/** What an own question is called. */
export const labelIn = ({ form }: OwnQuestions, { label, name }: Item) => textIn(form, label, language()).text || name

/** The own questions of a goal with their answers to read; action gives a link that changes one. */
export interface OwnShownProps {
  responseId: string
  own: OwnQuestions
  goal: number
  action?: (item: Item) => ComponentChildren
  /** History and comments are at hand. */
  history?: boolean
}

export function OwnShown({ responseId, own, goal, action = () => null, history = false }: OwnShownProps) {
  const answers = answersOf(own.form, own.entries)
  const { standings } = useStandings(own.form, answers)
  const items = itemsOf(own.form, goal)
  const wanted = usePlace().query.get('question')
  const there = standings !== undefined
  useEffect(() => {
    if (there && wanted && items.length > 0) goToField(shownId(wanted))
  }, [there, wanted])
  if (items.length === 0) return null
  if (!standings) return <Skeleton lines={3} />
  const place: Place = { form: own.form, language: language(), prefix: 'own', answers, standings, tried: false, refused: () => undefined, change: () => undefined, leave: () => undefined, files: { list: own.files, addressOf: (file) => attachmentAddress(responseId, file) } }
  if (history) place.foot = (item, row) => <Foot responseId={responseId} place={place} item={item} row={row} answered={own.entries.some((entry) => entry.name === item.name && entry.row === row)} />
  return (
    <Answers>
      <Shown place={place} items={items} action={action} />
    </Answers>
  )
}
