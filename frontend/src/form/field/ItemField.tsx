import type { FunctionComponent } from 'preact'
import { type Item, type Kind, rowNumber } from '../form'
import { AttachmentAnswer } from './AttachmentAnswer'
import { Calculated } from './Calculated'
import { DateAnswer, TextAnswer, TimeAnswer } from './TextAnswer'
import { Group } from './Group'
import { InLanguage } from './InLanguage'
import { NumberAnswer, ScaleAnswer } from './NumberAnswer'
import { OneChoice, SeveralChoices, YesNo } from './ChoiceAnswer'
import { PartsAnswer } from './PartsAnswer'
import { idOf, type Place, standingOf } from './place'
import { Ranking } from './Ranking'
import { Repeat } from './Repeat'
import { withOther } from './withOther'
import './form.css'

export interface ItemProps {
  place: Place
  item: Item
}

const fields: Readonly<Record<Exclude<Kind, 'note' | 'group'>, FunctionComponent<ItemProps>>> = {
  whole: NumberAnswer,
  decimal: NumberAnswer,
  percent: NumberAnswer,
  money: NumberAnswer,
  year: NumberAnswer,
  text: TextAnswer,
  long_text: TextAnswer,
  choice: OneChoice,
  choices: SeveralChoices,
  yes_no: YesNo,
  date: DateAnswer,
  time: TimeAnswer,
  scale: ScaleAnswer,
  ranking: Ranking,
  attachment: AttachmentAnswer,
  parts: PartsAnswer,
  calculated: Calculated,
  repeat: Repeat,
}

/** One item of a questionnaire, as it is asked now; nothing while it is hidden. */
export function ItemField({ place, item }: ItemProps) {
  if (item.kind === 'group') return <Group place={place} item={item} />
  if (!standingOf(place, item)?.visible) return null
  if (item.kind === 'note') {
    return (
      <div class="form-note prose" id={idOf(place, item)}>
        <InLanguage form={place.form} text={item.label} wanted={place.language} />
        {item.hint && (
          <p class="field__help">
            <InLanguage form={place.form} text={item.hint} wanted={place.language} />
          </p>
        )}
      </div>
    )
  }
  if (item.readOnly && item.kind !== 'repeat') return <Calculated place={place} item={item} />
  const Answer = fields[item.kind]
  const foot = place.foot?.(item, Number(place.answers[rowNumber] ?? 0))
  if (!foot) return <Answer place={place} item={item} />
  return (
    <div class="form-item">
      <Answer place={place} item={item} />
      {foot}
    </div>
  )
}

/** The items of a form, a group or a row, one under the other. */
export function Items({ place, items }: { place: Place; items: readonly Item[] }) {
  return (
    <>
      {withOther(items).map((item) => (
        <ItemField key={item.name} place={place} item={item} />
      ))}
    </>
  )
}
