import { Alert, Button, type FormError } from '~/components'
import { formatDateTime, t } from '~/i18n'
import { errorsIn } from '~/form/field/errors'
import { Items } from '~/form/field/ItemField'
import { labelOf, type Place } from '~/form/field/place'
import type { Form, Item, Value } from '~/form/form'
import type { Standings } from '~/form/logic/evaluate'
import { valueText } from '~/form/valueText'
import { Foot } from './Foot'
import { type Entry, itemOf, keyOf, keyText } from './rows'
import type { Entries } from './useEntries'

/** What a page of a goal asks of a form: its outermost items of that goal; 0 for those asked for all goals together. */
export const itemsOf = (form: Form, goal: number): readonly Item[] => form.items.filter((item) => (item.goal ?? 0) === goal)

/** Where own questions are asked on a page. */
export function placeOf(form: Form, entries: Entries, standings: Standings, tried: boolean, language: string, responseId: string): Place {
  const refused = (path: string) => {
    const [repeat = '', index, inner] = path.split('.')
    const rows = entries.answers[repeat]
    const row = inner && Array.isArray(rows) ? Number((rows[Number(index)] as Record<string, Value> | undefined)?.['#'] ?? 0) : 0
    const problem = entries.saver.problems().get(keyText({ name: inner ?? repeat, row }))
    return problem && (problem.fields[0]?.message ?? problem.message)
  }
  const place: Place = { form, language, prefix: 'own', answers: entries.answers, standings, tried, refused, change: entries.change, leave: () => void entries.saver.leave(), files: entries.files }
  place.foot = (item, row) => <Foot responseId={responseId} place={place} item={item} row={row} answered={entries.entry(keyText({ name: item.name, row })) !== undefined} />
  return place
}

/** What must be mended before one goes on from a page. */
export const ownErrors = (place: Place, goal: number): FormError[] => errorsIn({ ...place, tried: true }, itemsOf(place.form, goal))

/** The own questions of a page, with those at the top that somebody else has changed meanwhile. */
export function OwnFields({ place, goal, entries }: { place: Place; goal: number; entries: Entries }) {
  const items = itemsOf(place.form, goal)
  if (items.length === 0) return null
  return (
    <section class="own" aria-labelledby="own-title">
      {goal > 0 && (
        <h2 class="ds-heading" data-size="sm" id="own-title">
          {t('form.ownQuestions')}
        </h2>
      )}
      {[...entries.saver.conflicts()].map(([key, { mine, theirs, problem }]) => {
        const item = itemOf(place.form, keyOf(key).name)
        const entry = problem.current as Entry | undefined
        if (!item) return null
        return (
          <Alert key={key} tone="warning" live title={t('municipality.conflict.title', { name: labelOf(place, item) })}>
            <dl class="facts">
              <div>
                <dt>{t('municipality.conflict.mine')}</dt>
                <dd>{valueText(place, item, mine)}</dd>
              </div>
              <div>
                <dt>{entry ? t('municipality.conflict.theirs', { name: entry.by?.name ?? t('municipality.conflict.somebody'), time: formatDateTime(entry.updatedAt) }) : t('municipality.conflict.theirsGone')}</dt>
                <dd>{valueText(place, item, theirs ?? null)}</dd>
              </div>
            </dl>
            <div class="actions">
              <Button small onClick={() => entries.resolve(key, 'mine')}>
                {t('municipality.conflict.keepMine')}
              </Button>
              <Button small variant="secondary" onClick={() => entries.resolve(key, 'theirs')}>
                {t('municipality.conflict.takeTheirs')}
              </Button>
            </div>
          </Alert>
        )
      })}
      <div class="form-items">
        <Items place={place} items={items} />
      </div>
    </section>
  )
}
