import { Button } from '~/components'
import { t } from '~/i18n'
import type { Item } from '../form'
import { useItem } from './editing'
import { LocalText } from './LocalText'
import { freeName, nameOf } from './names'
import type { Path } from './tree'

/** The figures that make one answer, each with its text and unit. */
export function PartsEdit({ path, item }: { path: Path; item: Item }) {
  const { id, error, set } = useItem(path, item)
  const parts = item.parts ?? []
  return (
    <fieldset class="ds-fieldset field" id={id('parts')} tabIndex={-1}>
      <legend class="ds-label" data-weight="medium">
        {t('questionnaires.edit.parts')}
      </legend>
      {error('parts') && (
        <p class="ds-validation-message" data-color="danger">
          {error('parts')}
        </p>
      )}
      {parts.map((part, i) => {
        const put = (some: Partial<typeof part>) => set({ parts: parts.map((one) => (one === part ? { ...one, ...some } : one)) })
        return (
          <div key={i} class="form-line">
            <LocalText
              id={id(`part-${i}`)}
              label={t('questionnaires.edit.part', { number: i + 1 })}
              text={part.label}
              onChange={(label = {}) => put({ label })}
              onBlur={() => {
                const name = nameOf(Object.values(part.label)[0] ?? '')
                if (/^q(_\d+)?$/.test(part.name) && name) put({ name: freeName(name, new Set(parts.map((other) => other.name))) })
              }}
            />
            <LocalText id={id(`part-${i}-unit`)} label={t('questionnaires.edit.unit')} optional text={part.unit} onChange={(unit = {}) => put({ unit })} />
            <Button small variant="tertiary" aria-label={t('questionnaires.edit.partRemove', { number: i + 1 })} onClick={() => set({ parts: parts.filter((one) => one !== part) })}>
              {t('questionnaires.edit.remove')}
            </Button>
          </div>
        )
      })}
      <p>
        <Button small variant="secondary" onClick={() => set({ parts: [...parts, { name: freeName('', new Set(parts.map(({ name }) => name))), label: {} }] })}>
          {t('questionnaires.edit.partAdd')}
        </Button>
      </p>
    </fieldset>
  )
}
