import { Table } from '~/components'
import '~/joining/paper.css'
import './papers.css'
import type { Paper, PaperPart } from './types'

/** A paper as it is read. */
export function PaperRead({ paper: { info, blocks } }: { paper: Paper }) {
  return (
    <div class="paper" lang={info.language}>
      {blocks.map((part, i) => (
        <Part key={i} part={part} id={info.id} />
      ))}
    </div>
  )
}

function Part({ part: { kind, text, items, header, rows, picture, alt }, id }: { part: PaperPart; id: string }) {
  switch (kind) {
    case 'heading':
      return (
        <h2 class="ds-heading" data-size="sm">
          {text}
        </h2>
      )
    case 'subheading':
      return (
        <h3 class="ds-heading" data-size="xs">
          {text}
        </h3>
      )
    case 'paragraph':
      return <p class="prose typed">{text}</p>
    case 'bullets':
      return (
        <ul class="prose">
          {items.map((item, i) => (
            <li key={i}>{item}</li>
          ))}
        </ul>
      )
    case 'proposal':
      return (
        <ol class="prose">
          {items.map((item, i) => (
            <li key={i}>{item}</li>
          ))}
        </ol>
      )
    case 'fields':
      return (
        <dl class="facts">
          {rows.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )
    case 'picture':
      return <img class="paper__picture" src={`/api/v1/papers/${id}/pictures/${String(picture)}`} alt={`${text}. ${alt ?? ''}`} />
    default:
      return (
        <Table
          caption={text}
          rows={rows}
          rowKey={(row) => row.join('|')}
          columns={header.map((head, i) => ({ key: String(i), head, rowHead: i === 0, cell: (row: string[]) => row[i] }))}
        />
      )
  }
}
