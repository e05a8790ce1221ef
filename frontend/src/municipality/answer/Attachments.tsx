import { useRef, useState } from 'preact/hooks'
import { api, asProblem, call, type components, Problem } from '~/api'
import { announce } from '~/app/announce'
import { Button, FileField, largestFile, problemText, TextField } from '~/components'
import { t } from '~/i18n'

export type Attachment = components['schemas']['Attachment']

/** What a file or link is called on the page. */
export const attachmentName = ({ kind, name, link, title }: Attachment): string => title || (kind === 'file' ? name : link)

/** Where one is saved or opened. */
export const attachmentAddress = (responseId: string, one: Attachment): string => (one.kind === 'file' ? `/api/v1/responses/${responseId}/attachments/${one.id}` : one.link)

/** Refuses a file before it is sent where the server would do so afterwards. */
export function checkFile(file: File): void {
  if (file.size > largestFile) throw new Problem('invalid', 0, '', t('papers.evidence.large'))
}

/** What went wrong with a file, beside its field. A file is not kept for later as what is typed is. */
export function fileProblem(thrown: unknown, field: string): string {
  const problem = asProblem(thrown)
  return problem.kind === 'offline' ? t('papers.evidence.offline') : (problem.fields.find((one) => one.field === field)?.message ?? problemText(problem))
}

/** One file or link, to save or to open. */
export function AttachmentLink({ responseId, one }: { responseId: string; one: Attachment }) {
  const address = attachmentAddress(responseId, one)
  return (
    <a class="ds-link" href={address} rel="noopener noreferrer" download={one.kind === 'file' ? one.name : undefined}>
      {attachmentName(one)}
    </a>
  )
}

export interface AttachmentsProps {
  id: string
  responseId: string
  code: string
  list: readonly Attachment[]
  /** Given what makes the list anew of the list as it is then: a file arrives long after it was chosen. */
  onChange: (change: (list: readonly Attachment[]) => readonly Attachment[]) => void
}

/** The files and links behind an answer: what is there, and how to add one or take one away. */
export function Attachments({ id, responseId, code, list, onChange }: AttachmentsProps) {
  const [link, setLink] = useState('')
  const [busy, setBusy] = useState('')
  const [errors, setErrors] = useState<{ file?: string; link?: string; list?: string }>({})
  const heading = useRef<HTMLHeadingElement>(null)
  const path = { responseId, code }

  const work = async (what: string, where: 'file' | 'link' | 'list', step: () => Promise<void>) => {
    setBusy(what)
    setErrors({})
    try {
      await step()
    } catch (thrown) {
      const said = fileProblem(thrown, where)
      setErrors({ [where]: said })
      if (where === 'file') announce(said)
    } finally {
      setBusy('')
    }
  }
  const added = (one: Attachment) => {
    onChange((now) => [...now.filter((other) => other.id !== one.id), one])
    announce(t('papers.evidence.added', { name: attachmentName(one) }))
  }
  const addFile = (file: File) =>
    work(t('papers.evidence.uploading', { name: file.name }), 'file', async () => {
      checkFile(file)
      added(
        await call(
          api.POST('/responses/{responseId}/answers/{code}/files', {
            params: { path, query: { name: file.name.slice(-200) } },
            body: file as unknown as string,
            bodySerializer: (body) => body,
            headers: { 'Content-Type': 'application/octet-stream' },
          }),
        ),
      )
    })
  const addLink = () =>
    work('link', 'link', async () => {
      added(await call(api.POST('/responses/{responseId}/answers/{code}/links', { params: { path }, body: { link: link.trim() } })))
      setLink('')
    })
  const remove = (one: Attachment) => {
    if (!confirm(t('papers.evidence.removeAsk', { name: attachmentName(one) }))) return
    void work(one.id, 'list', async () => {
      await call(api.DELETE('/responses/{responseId}/attachments/{attachmentId}', { params: { path: { responseId, attachmentId: one.id } } }))
      onChange((now) => now.filter((other) => other.id !== one.id))
      heading.current?.focus()
      announce(t('papers.evidence.removed', { name: attachmentName(one) }))
    })
  }

  return (
    <section class="attachments" aria-labelledby={`${id}-attachments`}>
      <h3 class="ds-heading" data-size="2xs" id={`${id}-attachments`} tabIndex={-1} ref={heading}>
        {t('papers.evidence.title')}
      </h3>
      {list.length === 0 ? (
        <p class="meta">{t('papers.evidence.none')}</p>
      ) : (
        <ul class="attachments__list">
          {list.map((one) => (
            <li key={one.id}>
              <AttachmentLink responseId={responseId} one={one} />{' '}
              <Button variant="tertiary" small busy={busy === one.id} onClick={() => remove(one)}>
                {t('papers.evidence.remove')}
                <span class="ds-sr-only"> {attachmentName(one)}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {errors.list && (
        <p class="ds-validation-message" data-color="danger" role="alert">
          {errors.list}
        </p>
      )}
      <FileField id={`${id}-file`} label={t('papers.evidence.file')} help={t('papers.evidence.fileHelp')} error={errors.file} busy={busy !== 'link' && list.every((one) => one.id !== busy) ? busy : ''} onFile={addFile} />
      <TextField id={`${id}-link`} type="url" label={t('papers.evidence.link')} help={t('papers.evidence.linkHelp')} maxLength={2000} error={errors.link} value={link} onChange={setLink} />
      <Button variant="secondary" small busy={busy === 'link'} onClick={() => void addLink()}>
        {t('papers.evidence.addLink')}
      </Button>
    </section>
  )
}
