import { useState } from 'preact/hooks'
import { api, call } from '~/api'
import { announce } from '~/app/announce'
import { Button, ErrorSummary, Textarea, TextField } from '~/components'
import { useForm } from '~/hooks'
import { useUnsaved } from '~/hooks/useUnsaved'
import { t } from '~/i18n'
import type { Paper, PaperTexts } from './types'

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** The texts of a draft. Its figures, and what the service says about them, are not for writing. */
export function PaperForm({ paper: { info, texts }, onClose, onSaved }: { paper: Paper; onClose: () => void; onSaved: () => void }) {
  const form = useForm()
  const [edit, setEdit] = useState(texts)
  const [proposal, setProposal] = useState(texts.proposal.join('\n'))
  const [attachments, setAttachments] = useState(texts.attachments.join('\n'))
  const now: PaperTexts = { ...edit, proposal: lines(proposal), attachments: lines(attachments) }
  const saving = useUnsaved(JSON.stringify(now) !== JSON.stringify(texts))
  const set = (change: Partial<PaperTexts>) => setEdit({ ...edit, ...change })
  const send = () =>
    form.send<PaperTexts>(
      now,
      async (body) => {
        const failed = saving()
        try {
          await call(api.PUT('/papers/{paperId}', { body, params: { path: { paperId: info.id }, header: { 'If-Match': `"${info.version}"` } } }))
        } catch (thrown) {
          failed()
          throw thrown
        }
        announce(t('councilPapers.saved'))
        onClose()
        onSaved()
      },
      (body) => [
        ...(body.title.trim() ? [] : [{ field: 'title', message: t('councilPapers.titleMissing') }]),
        ...(body.proposal.length > 0 ? [] : [{ field: 'proposal', message: t('councilPapers.proposalMissing') }]),
      ],
    )
  return (
    <form
      class="stack prose"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <p>{t('councilPapers.writeHelp')}</p>
      <TextField id="title" label={t('councilPapers.paperTitle')} maxLength={200} error={form.error('title')} value={edit.title} onChange={(title) => set({ title })} />
      <TextField id="caseNumber" label={t('councilPapers.caseNumber')} optional maxLength={100} error={form.error('caseNumber')} value={edit.caseNumber} onChange={(caseNumber) => set({ caseNumber })} />
      <TextField id="committee" label={t('councilPapers.committee')} optional maxLength={200} error={form.error('committee')} value={edit.committee} onChange={(committee) => set({ committee })} />
      <TextField id="meetingOn" type="date" label={t('councilPapers.meetingOn')} optional error={form.error('meetingOn')} value={edit.meetingOn} onChange={(meetingOn) => set({ meetingOn })} />
      <TextField id="handler" label={t('councilPapers.handler')} help={t('councilPapers.handlerHelp')} optional maxLength={200} error={form.error('handler')} value={edit.handler} onChange={(handler) => set({ handler })} />
      {edit.sections
        .filter(({ key }) => key !== 'method')
        .map(({ key, text }) => (
          <Textarea
            key={key}
            id={key}
            label={t(`councilPapers.sections.${key}`)}
            lang={info.language}
            rows={6}
            maxLength={20000}
            error={form.error(key)}
            value={text}
            onChange={(text) => set({ sections: edit.sections.map((one) => (one.key === key ? { key, text } : one)) })}
          />
        ))}
      <Textarea id="proposal" label={t('councilPapers.proposal')} help={t('councilPapers.proposalHelp')} lang={info.language} rows={6} error={form.error('proposal')} value={proposal} onChange={setProposal} />
      <Textarea id="attachments" label={t('councilPapers.attachments')} help={t('councilPapers.attachmentsHelp')} lang={info.language} optional error={form.error('attachments')} value={attachments} onChange={setAttachments} />
      <div class="actions">
        <Button type="submit" busy={form.busy}>
          {t('councilPapers.save')}
        </Button>
        <Button variant="secondary" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
