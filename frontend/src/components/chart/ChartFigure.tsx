import { useId, useState } from 'preact/hooks'
import { useShownTheme } from '~/app/theme'
import { useScrolls } from '~/hooks/useScrolls'
import { t } from '~/i18n'
import { Details } from '../details/Details'
import { FailedState } from '../feedback/States'
import { Skeleton } from '../feedback/Waiting'
import { Table } from '../table/Table'
import { type ChartData, chartAddress, type ChartFile, type ChartName, type ChartQuery, useChart } from './useChart'
import './chart.css'

export interface ChartFigureProps {
  chart: ChartName
  query: ChartQuery
  /** Level of the title in the page's outline. */
  level?: 2 | 3
}

const files: readonly ChartFile[] = ['csv', 'svg', 'png']

/** A chart from the server: picture or table of the same figures, with summary, source and downloads. */
export function ChartFigure({ chart, query, level = 2 }: ChartFigureProps) {
  const load = useChart(chart, query)
  if (load.problem) return <FailedState problem={load.problem} onRetry={load.reload} />
  if (!load.data) {
    return (
      <div class="chart chart--waiting">
        <Skeleton lines={8} />
      </div>
    )
  }
  return <Shown chart={chart} query={query} level={level} data={load.data} />
}

function Shown({ chart, query, level, data }: Required<ChartFigureProps> & { data: ChartData }) {
  const [asTable, setAsTable] = useState(false)
  const theme = useShownTheme()
  const id = useId()
  const Heading = `h${level}` as const
  const words = <About data={data} />
  return (
    <figure class="chart" aria-labelledby={id}>
      {/* The picture carries title and subtitle itself; beside a table, and where the picture scrolls, they are shown. */}
      <figcaption class={asTable ? 'chart__head' : 'chart__head chart__head--drawn'}>
        <Heading class="ds-heading" data-size="xs" id={id}>
          {data.title}
        </Heading>
        {data.subtitle && <p class="chart__subtitle">{data.subtitle}</p>}
      </figcaption>
      {asTable ? <Figures data={data} /> : <Picture chart={chart} query={query} theme={theme} summary={data.summary} title={data.title} />}
      <p class="chart__summary">{data.summary}</p>
      {asTable ? words : <Details summary={t('charts.about')}>{words}</Details>}
      <div class="chart__actions">
        <button class="ds-button" type="button" data-variant="secondary" data-size="sm" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? t('charts.showPicture') : t('charts.showTable')}
        </button>
        <span class="chart__files">
          {t('charts.download')}{' '}
          {files.map((format) => (
            <a key={format} class="ds-link" href={chartAddress(chart, query, format)} download aria-label={t('charts.downloadAs', { format: format.toUpperCase(), title: data.title })}>
              {format.toUpperCase()}
            </a>
          ))}
        </span>
      </div>
    </figure>
  )
}

/** Period, municipalities behind it, source, licence, and what must be known to read it rightly. */
function About({ data }: { data: ChartData }) {
  return (
    <>
      <dl class="chart__facts">
        <Fact name={t('charts.period')} value={data.period} />
        <Fact name={t('charts.units')} value={t('charts.municipalities', { n: data.units })} />
        <Fact name={t('charts.source')} value={data.source} />
        <Fact name={t('charts.licence')} value={data.licence} />
      </dl>
      {data.notes.map((note) => (
        <p key={note} class="chart__note">
          {note}
        </p>
      ))}
    </>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  if (!value) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function Picture({ chart, query, theme, title, summary }: Omit<Required<ChartFigureProps>, 'level'> & { theme: 'light' | 'dark'; title: string; summary: string }) {
  const { box, scrolls } = useScrolls<HTMLDivElement>()
  return (
    <div class="chart__picture" ref={box} {...(scrolls ? { tabIndex: 0, role: 'region', 'aria-label': title } : {})}>
      <picture>
        <source media="print" srcset={chartAddress(chart, query, 'svg', 'light')} />
        <img loading="lazy" src={chartAddress(chart, query, 'svg', theme)} alt={`${title}. ${summary}`} />
      </picture>
    </div>
  )
}

const looksNumeric = (cell: string) => /^[-\u2212]?[\d\s\u00a0\u202f.,]+%?$/.test(cell)

function Figures({ data }: { data: ChartData }) {
  const rows = data.rows.map((cells, index) => ({ cells, index }))
  return (
    <Table
      caption={data.title}
      hideCaption
      columns={data.header.map((head, i) => ({
        key: `${i}`,
        head,
        rowHead: i === 0,
        numeric: i > 0 && data.rows.some((cells) => looksNumeric(cells[i] ?? '')),
        cell: ({ cells }: (typeof rows)[number]) => cells[i],
      }))}
      rows={rows}
      rowKey={({ index }) => `${index}`}
    />
  )
}
