import { type ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { announce } from '~/app/announce'
import { Alert, Button, Dialog, Table } from '~/components'
import { isBlock, readBlock } from '~/form/paste/block'
import { formatNumber, formatTyped, t } from '~/i18n'
import { type AnsweredQuestion, type Choice, corrects, type Draft } from './draft'
import { type Pasted, type PastedRow, readPasted } from './pasting'
import type { Answers } from './useAnswers'
import { answerText, choiceText } from './words'

export interface PasteAnswersProps {
  questions: readonly AnsweredQuestion[]
  answers: Answers
  children: ComponentChildren
}

/** The questions of a page, into which several cells may be pasted at once: what would become of them is shown first, and one press takes them in. */
export function PasteAnswers({ questions, answers, children }: PasteAnswersProps) {
  const [pasted, setPasted] = useState<Pasted | null>(null)

  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    const { id } = event.target as HTMLElement
    if (!/^q-.*-(value|part-[^-].*)$/.test(id) || !isBlock(text)) return
    event.preventDefault()
    setPasted(readPasted(questions, id, readBlock(text)))
  }
  const changing = pasted?.rows.filter((row) => !isSame(row, answers.draft(row.question.code))) ?? []
  const apply = () => {
    for (const row of changing) answers.change(row.question.code, draftWith(row, answers.draft(row.question.code)))
    void answers.saver.leave()
    announce(t('pasting.applied', { n: changing.length }))
    setPasted(null)
  }

  return (
    <div onPaste={paste}>
      {children}
      <Dialog
        open={pasted !== null}
        onClose={() => setPasted(null)}
        title={t('pasting.title')}
        actions={
          <>
            {changing.length > 0 && <Button onClick={apply}>{t('pasting.apply', { n: changing.length })}</Button>}
            <Button variant="secondary" onClick={() => setPasted(null)}>
              {t('pasting.cancel')}
            </Button>
          </>
        }
      >
        {pasted && <Preview pasted={pasted} questions={questions} answers={answers} />}
      </Dialog>
    </div>
  )
}

function Preview({ pasted: { rows, faults }, questions, answers }: Pick<PasteAnswersProps, 'questions' | 'answers'> & { pasted: Pasted }) {
  const statisticOf = (code: string) => questions.find(({ question }) => question.code === code)?.statistic
  return (
    <>
      <p>{rows.length > 0 ? t('pasting.lead', { n: rows.length }) : t('pasting.none')}</p>
      {rows.length > 0 && (
        <Table
          caption={t('pasting.title')}
          hideCaption
          rows={rows}
          rowKey={({ question, part }) => `${question.code} ${part ?? ''}`}
          columns={[
            { key: 'question', head: t('pasting.question'), rowHead: true, cell: nameOf },
            { key: 'now', head: t('pasting.now'), cell: (row) => nowText(row, answers.draft(row.question.code)) },
            {
              key: 'next',
              head: t('pasting.next'),
              cell: (row) => (
                <>
                  <strong class="figures">{valueText(row, row.value)}</strong>
                  {isSame(row, answers.draft(row.question.code)) && <div class="meta">{t('pasting.same')}</div>}
                  {[row.source, row.comment].filter(Boolean).map((note) => (
                    <div class="meta">{note}</div>
                  ))}
                  {!row.part && typeof row.value === 'number' && corrects(row.question, statisticOf(row.question.code), row.value) && <div class="meta">{t('pasting.needsReason')}</div>}
                </>
              ),
            },
          ]}
        />
      )}
      {faults.length > 0 && (
        <Alert tone="warning" title={t('pasting.faults', { n: faults.length })}>
          <ul>
            {faults.map(({ row, text, why }, i) => (
              <li key={i}>{t('pasting.fault', { row, text, why: t(`pasting.why.${why}`) })}</li>
            ))}
          </ul>
        </Alert>
      )}
    </>
  )
}

const partOf = ({ question, part }: PastedRow) => question.parts.find(({ key }) => key === part)

function nameOf(row: PastedRow): string {
  const part = partOf(row)
  return part ? `${row.question.name}: ${part.label}` : row.question.name
}

function valueText(row: PastedRow, value: number | Choice | null | undefined): string {
  if (value === null || value === undefined || value === '' || Number.isNaN(value)) return t('charts.state.not_answered')
  if (typeof value === 'string') return choiceText(value)
  if (partOf(row)?.type === 'yes_no') return choiceText(value === 1 ? 'yes' : 'no')
  return row.part ? formatNumber(value) : formatTyped(value, row.question)
}

const nowText = (row: PastedRow, draft: Draft): string => (draft.state !== 'value' ? answerText(row.question, draft) : valueText(row, nowOf(row, draft)))

function nowOf({ question, part }: PastedRow, draft: Draft): number | Choice | null | undefined {
  if (part) return draft.parts[part]
  return question.type === 'yes_partly_no' ? draft.choice : draft.value
}

/** Whether what was pasted stands there already. */
const isSame = (row: PastedRow, draft: Draft): boolean =>
  draft.state === 'value' && nowOf(row, draft) === row.value && (row.source ?? draft.source) === draft.source && (row.comment ?? draft.comment) === draft.comment

/** The fields as they are once a row is taken in; what the row says nothing of stays. */
function draftWith({ question, part, value, source, comment }: PastedRow, draft: Draft): Partial<Draft> {
  const noted = { state: 'value' as const, ...(source ? { source } : {}), ...(comment ? { comment } : {}) }
  if (part) return { ...noted, parts: { ...draft.parts, [part]: value as number } }
  return question.type === 'yes_partly_no' ? { ...noted, choice: value as Choice } : { ...noted, value: value as number }
}
