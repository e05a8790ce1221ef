import { useRef, useState } from 'preact/hooks'
import { announce } from '~/app/announce'
import { Button, FileField, TextField } from '~/components'
import { FieldError } from '~/components/field/Field'
import { t } from '~/i18n'
import { frameOf } from './frame'
import type { ItemProps } from './ItemField'
import { fileOf, isFile } from './place'
import { asText } from './TextAnswer'

/** A file or a link to what proves or explains. A file takes the place of the link, and the other way about. */
export function AttachmentAnswer({ place, item }: ItemProps) {
  const frame = frameOf(place, item)
  const value = place.answers[item.name]
  const whole = useRef<HTMLFieldSetElement>(null)
  const put = (next: string | null) => {
    // The field or the button that was used goes: focus stays with the question, unless the person has gone on meanwhile.
    const here = whole.current?.contains(document.activeElement) || document.activeElement === document.body
    place.change(item.name, next)
    place.leave()
    if (here) requestAnimationFrame(() => whole.current?.focus())
  }
  const link = (
    <TextField
      {...frame}
      type="url"
      inputMode="url"
      {...(place.files?.handIn ? { label: t('form.fileOrLink') } : {})}
      help={
        <>
          {!place.files?.handIn && frame.help && <span class="form-help">{frame.help}</span>}
          {t('form.linkHelp')}
        </>
      }
      value={asText(value)}
      onChange={(text) => place.change(item.name, text || null)}
      onBlur={place.leave}
    />
  )
  if (!place.files?.handIn) return link
  return (
    <fieldset class="ds-fieldset field form-file" tabIndex={-1} ref={whole} {...(isFile(value) ? { id: frame.id } : {})}>
      <legend class="ds-label" data-weight="medium">
        {frame.label}
      </legend>
      {frame.help && <div class="field__help">{frame.help}</div>}
      {isFile(value) ? <There place={place} item={item} onRemove={() => put(null)} /> : <HandIn place={place} item={item} onFile={put} />}
      {isFile(value) ? <FieldError id={frame.id} error={frame.error} /> : link}
    </fieldset>
  )
}

/** The file that is the answer now. */
function There({ place, item, onRemove }: ItemProps & { onRemove: () => void }) {
  const file = fileOf(place, place.answers[item.name])
  return (
    <p>
      <span class="ds-sr-only">{t('form.fileThere')}: </span>
      {file ? (
        <a class="ds-link" href={place.files?.addressOf(file)} download={file.name} rel="noopener noreferrer">
          {file.name}
        </a>
      ) : (
        t('form.fileGone')
      )}{' '}
      <Button
        small
        variant="tertiary"
        danger
        onClick={() => {
          onRemove()
          announce(t('form.fileRemoved'))
        }}
      >
        {t('form.fileRemove')}
        <span class="ds-sr-only"> {file?.name}</span>
      </Button>
    </p>
  )
}

function HandIn({ place, item, onFile }: ItemProps & { onFile: (id: string) => void }) {
  const [busy, setBusy] = useState('')
  const [error, setError] = useState<string>()
  const send = async (file: File) => {
    setBusy(t('papers.evidence.uploading', { name: file.name }))
    setError(undefined)
    try {
      const there = await place.files?.handIn?.(item.name, file)
      if (!there) return
      onFile(there.id)
      announce(t('form.fileAdded', { name: there.name }))
    } catch (thrown) {
      const said = thrown instanceof Error ? thrown.message : String(thrown)
      setError(said)
      announce(said)
    } finally {
      setBusy('')
    }
  }
  return <FileField id={`${frameOf(place, item).id}-file`} label={t('form.file')} help={t('papers.evidence.fileHelp')} error={error} busy={busy} onFile={send} />
}
