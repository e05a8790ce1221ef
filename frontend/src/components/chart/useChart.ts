import { api, call, type components } from '~/api'
import { language } from '~/i18n'
import { type Load, useLoad } from '~/hooks/useLoad'

export type ChartName = components['schemas']['ChartName']
export type ChartData = components['schemas']['Chart']

/** What a chart is of; region is always given. */
export interface ChartQuery {
  region: string
  round?: string | undefined
  year?: number | undefined
  cohort?: string | undefined
  indicator?: string | undefined
  municipality?: string | undefined
}

export type ChartFile = 'csv' | 'svg' | 'png'

/** The address of a chart as picture or file, in the language of the page. */
export function chartAddress(chart: ChartName, query: ChartQuery, format: ChartFile, theme: 'light' | 'dark' = 'light'): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== '') search.set(name, String(value))
  search.set('format', format)
  if (format !== 'csv') search.set('theme', theme)
  search.set('lang', language())
  return `/api/v1/charts/${encodeURIComponent(chart)}?${search.toString()}`
}

/** The chart's title, figures and summary. */
export function useChart(chart: ChartName, query: ChartQuery): Load<ChartData> {
  return useLoad(
    (signal) => call(api.GET('/charts/{chart}', { params: { path: { chart }, query: { ...query, format: 'json' } }, signal })) as Promise<ChartData>,
    [chart, query.region, query.round, query.year, query.cohort, query.indicator, query.municipality],
  )
}
