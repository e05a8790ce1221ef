import { labelOf, type Place } from '~/form/field/place'
import type { Item } from '~/form/form'
import { Comments } from '../answer/Comments'
import { EntryHistory } from './EntryHistory'

/** What stands under the answer to an own question: its history, and what colleagues say about it. */
export function Foot({ responseId, place, item, row, answered }: { responseId: string; place: Place; item: Item; row: number; answered: boolean }) {
  return (
    <div class="question__foot">
      {answered && <EntryHistory responseId={responseId} place={place} item={item} row={row} />}
      {row === 0 && item.label && <Comments responseId={responseId} about={{ question: item.name }} name={labelOf(place, item)} />}
    </div>
  )
}
