import { TextField } from '~/components'
import { t } from '~/i18n'
import { frameOf } from './frame'
import type { ItemProps } from './ItemField'
import { asText } from './TextAnswer'

/** A link to what proves or explains. */
export function AttachmentAnswer({ place, item }: ItemProps) {
  const frame = frameOf(place, item)
  return (
    <TextField
      {...frame}
      type="url"
      inputMode="url"
      help={
        <>
          {frame.help} {t('form.linkHelp')}
        </>
      }
      value={asText(place.answers[item.name])}
      onChange={(text) => place.change(item.name, text || null)}
      onBlur={place.leave}
    />
  )
}
