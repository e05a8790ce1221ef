import { api, call } from '~/api'
import { EmptyState, Loaded } from '~/components'
import { labelOf, type Place } from '~/form/field/place'
import type { Item, Value } from '~/form/form'
import { valueText } from '~/form/valueText'
import { useLoad } from '~/hooks'
import { formatList, t } from '~/i18n'
import { HistoryDialog, HistoryTable } from '../answer/History'

export interface EntryHistoryProps {
  responseId: string
  place: Place
  item: Item
  /** The number of the row of a repeat; 0 outside. */
  row: number
}

/** What happened to the answer to one of a questionnaire's own questions. */
export function EntryHistory(props: EntryHistoryProps) {
  return (
    <HistoryDialog name={labelOf(props.place, props.item)}>
      <Changes {...props} />
    </HistoryDialog>
  )
}

function Changes({ responseId, place, item, row }: EntryHistoryProps) {
  const load = useLoad(
    (signal) => call(api.GET('/responses/{responseId}/entries/{name}/history', { params: { path: { responseId, name: item.name }, query: row > 0 ? { row } : {} }, signal })),
    [responseId, item.name, row],
  )
  return (
    <Loaded load={load} isEmpty={({ items }) => items.length === 0} empty={<EmptyState title={t('municipality.history.none')} />}>
      {({ items, files }) => {
        const then: Place = { ...place, files: { addressOf: () => '', ...place.files, list: files } }
        // Of a repeat its rows are told, which have no names of their own.
        const inWords = (value: unknown) => (item.kind === 'repeat' ? rowsText(value) : valueText(then, item, (value ?? null) as Value))
        return <HistoryTable items={items.map((one) => ({ ...one, from: inWords(one.from), to: inWords(one.to) }))} />
      }}
    </Loaded>
  )
}

const rowsText = (value: unknown): string => (Array.isArray(value) && value.length > 0 ? formatList(value.map((number) => t('form.row', { number: Number(number) }))) : t('form.rowsNone'))
