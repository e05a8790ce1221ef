import { unitOf } from '~/form/field/NumberAnswer'
import { labelOf, type Place } from '~/form/field/place'
import type { Form, Item } from '~/form/form'
import { textIn } from '~/form/text'
import { language, t } from '~/i18n'
import { itemsOf } from '../own/OwnFields'
import { BlankLine } from './BlankLine'

/** Rows of a repeat that there is room for on paper. */
const rows = [1, 2, 3]

/** A questionnaire's own questions of a goal, with room to write. What is worked out is not asked for. */
export function OwnBlank({ form, goal }: { form: Form; goal: number }) {
  const place: Place = { form, language: language(), prefix: 'blank', answers: {}, standings: new Map(), tried: false, refused: () => undefined, change: () => undefined, leave: () => undefined }
  return <Items place={place} items={itemsOf(form, goal)} />
}

interface ItemsProps {
  place: Place
  items: readonly Item[]
}

function Items({ place, items }: ItemsProps) {
  return (
    <>
      {items.map((item) => (
        <One key={item.name} place={place} item={item} />
      ))}
    </>
  )
}

function One({ place, item }: { place: Place; item: Item }) {
  const label = item.label ? labelOf(place, item) : ''
  if (item.kind === 'calculated' || item.readOnly) return null
  if (item.kind === 'note') return <p>{label}</p>
  return (
    <article class="blank__question">
      {label && (
        <h3 class="ds-heading" data-size="2xs">
          {label}
        </h3>
      )}
      {item.hint && <p>{textIn(place.form, item.hint, place.language).text}</p>}
      {item.kind === 'group' && <Items place={place} items={item.items ?? []} />}
      {item.kind === 'repeat' &&
        rows.map((number) => (
          <section key={number}>
            <h4 class="ds-heading" data-size="2xs">
              {t('form.row', { number })}
            </h4>
            <Items place={place} items={item.items ?? []} />
          </section>
        ))}
      {item.kind !== 'group' && item.kind !== 'repeat' && <Boxes place={place} item={item} />}
    </article>
  )
}

function Boxes({ place, item }: { place: Place; item: Item }) {
  const named = (name: string, unit: string | undefined) => (unit ? `${name} (${unit})` : name)
  const choices = (place.form.lists?.[item.list ?? ''] ?? []).map((choice) => labelOf(place, choice))
  const ticks = item.kind === 'yes_no' ? [t('common.yes'), t('common.no')] : item.list ? [...choices, ...(item.other ? [t('form.other')] : [])] : []
  return (
    <dl class="blank__boxes">
      {item.kind === 'parts' ? (
        item.parts?.map((part) => <BlankLine key={part.name} name={named(labelOf(place, part), unitOf(place, part))} />)
      ) : (
        <BlankLine name={named(t('papers.blank.answer'), unitOf(place, item))} ticks={ticks} />
      )}
    </dl>
  )
}
