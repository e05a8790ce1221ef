import type { components } from '~/api'
import { Alert, Table } from '~/components'
import { t } from '~/i18n'

type Filling = components['schemas']['Filling']
type FilledAnswer = components['schemas']['FilledAnswer']

/** What becomes of the answers of a spreadsheet: saved, left alone, and what must be mended first. */
export function FilledIn({ filling }: { filling: Filling }) {
  const { saved, answers, overtaken, faults } = filling
  return (
    <>
      <Alert tone={saved ? 'success' : 'info'} live>
        <p>{answers.length + overtaken.length + faults.length === 0 ? t('papers.sheet.nothing') : t(saved ? 'papers.sheet.saved' : 'papers.sheet.sound', { n: answers.length })}</p>
        {saved && <p>{t('municipality.notSubmitted.short')}</p>}
      </Alert>
      {faults.length > 0 && (
        <Table
          caption={t('papers.sheet.faults', { n: faults.length })}
          rows={faults}
          rowKey={({ sheet, cell, message }) => sheet + cell + message}
          columns={[
            { key: 'cell', head: t('papers.sheet.cell'), rowHead: true, cell: ({ sheet, cell }) => `${sheet}!${cell}` },
            { key: 'code', head: t('papers.sheet.code'), cell: ({ code }) => code },
            { key: 'message', head: t('papers.sheet.mend'), cell: ({ message }) => message },
          ]}
        />
      )}
      {overtaken.length > 0 && <Answers caption={t('papers.sheet.overtaken', { n: overtaken.length })} list={overtaken} by />}
      {answers.length > 0 && <Answers caption={t(saved ? 'papers.sheet.saved' : 'papers.sheet.sound', { n: answers.length })} list={answers} />}
    </>
  )
}

function Answers({ caption, list, by = false }: { caption: string; list: readonly FilledAnswer[]; by?: boolean }) {
  return (
    <Table
      caption={caption}
      rows={list}
      rowKey={({ code, name }) => code + name}
      columns={[
        { key: 'name', head: t('papers.sheet.question'), rowHead: true, cell: ({ name }) => name },
        { key: 'before', head: t('papers.sheet.before'), cell: (one) => (by && one.by ? `${one.before} (${one.by})` : one.before) },
        { key: 'after', head: t('papers.sheet.after'), cell: ({ after }) => after },
      ]}
    />
  )
}
