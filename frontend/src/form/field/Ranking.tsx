import { useRef } from 'preact/hooks'
import { announce } from '~/app/announce'
import { Button } from '~/components'
import { describedBy, FieldError } from '~/components/field/Field'
import { t } from '~/i18n'
import { asList } from './ChoiceAnswer'
import { frameOf } from './frame'
import { InLanguage } from './InLanguage'
import type { ItemProps } from './ItemField'
import { choiceLabel, standingOf } from './place'

/** Choices put in order, the first one best: by buttons, so that it goes by keyboard and by touch alike. */
export function Ranking({ place, item }: ItemProps) {
  const { id, label, help, error, optional } = frameOf(place, item)
  const list = useRef<HTMLFieldSetElement>(null)
  const ranked = asList(place.answers[item.name])
  const choices = place.form.lists?.[item.list ?? ''] ?? []
  const rest = (standingOf(place, item)?.choices ?? choices).filter(({ name }) => !ranked.includes(name))
  const find = (name: string) => choices.find((one) => one.name === name) ?? { name, label: {} }

  const put = (names: readonly string[], said: string, focus: string) => {
    place.change(item.name, names.length > 0 ? names : null)
    place.leave()
    announce(said)
    // The buttons are drawn anew: focus follows what was moved.
    requestAnimationFrame(() => (list.current?.querySelector<HTMLElement>(`[data-of="${CSS.escape(focus)}"]:not([disabled])`) ?? list.current)?.focus())
  }
  const move = (from: number, to: number) => {
    const names = [...ranked]
    const [name = ''] = names.splice(from, 1)
    names.splice(to, 0, name)
    put(names, t('form.rankPlace', { name: choiceLabel(place, find(name)), place: to + 1, of: names.length }), `${name} ${to < from ? 'up' : 'down'}`)
  }

  return (
    <fieldset class="ds-fieldset field form-ranking" id={id} tabIndex={-1} ref={list} aria-describedby={describedBy({ id, help, error })}>
      <legend class="ds-label" data-weight="medium">
        {label}
        {optional && <span class="field__optional"> {t('common.optional')}</span>}
      </legend>
      {help && (
        <div class="field__help" id={`${id}-help`}>
          {help}
        </div>
      )}
      <FieldError id={id} error={error} />
      {ranked.length === 0 && <p class="meta">{t('form.rankedNone')}</p>}
      <ol class="form-ranking__order" aria-label={t('form.ranked')}>
        {ranked.map((name, i) => {
          const choice = find(name)
          const spoken = { name: choiceLabel(place, choice) }
          return (
            <li key={name}>
              <span class="form-ranking__name">
                {Object.keys(choice.label).length > 0 ? <InLanguage form={place.form} text={choice.label} wanted={place.language} /> : name}
              </span>
              <span class="form-ranking__moves">
                <Button small variant="tertiary" disabled={i === 0} data-of={`${name} up`} aria-label={t('form.rankUp', spoken)} onClick={() => move(i, i - 1)}>
                  {t('form.up')}
                </Button>
                <Button small variant="tertiary" disabled={i === ranked.length - 1} data-of={`${name} down`} aria-label={t('form.rankDown', spoken)} onClick={() => move(i, i + 1)}>
                  {t('form.down')}
                </Button>
                <Button small variant="tertiary" aria-label={t('form.rankOut', spoken)} onClick={() => put(ranked.filter((one) => one !== name), t('form.rankGone', spoken), `${name} in`)}>
                  {t('form.takeOut')}
                </Button>
              </span>
            </li>
          )
        })}
      </ol>
      <div class="form-ranking__rest">
        {rest.map((choice) => {
          const name = choiceLabel(place, choice)
          return (
            <Button
              key={choice.name}
              small
              variant="secondary"
              data-of={`${choice.name} in`}
              aria-label={t('form.rankAdd', { name })}
              onClick={() => {
                const next = rest[rest.indexOf(choice) + 1] ?? rest.find((one) => one !== choice)
                put([...ranked, choice.name], t('form.rankPlace', { name, place: ranked.length + 1, of: ranked.length + 1 }), next ? `${next.name} in` : `${choice.name} up`)
              }}
            >
              {name}
            </Button>
          )
        })}
      </div>
    </fieldset>
  )
}
