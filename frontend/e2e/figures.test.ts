import { beforeAll, expect, test } from 'vitest'
import { loadLanguage, t } from '../src/i18n'
import { standing, type Visit } from './browser'
import { bare, column, crossed, csvOf, expectSame, type Figures, oneDecimal, type Tables, tableOf, tablesOfDocument, tablesOfPage, unzipped } from './figures'
import { useStage } from './stage'

// Whatever form a figure is carried off in, it is the same number with the same decimals.
const { as } = useStage()

interface Goal {
  goal: number
  score?: number
  covered?: boolean
}
interface Status {
  goals: { goal: number; mean?: number; cell?: Goal; regionMean?: number }[]
  rows: { municipality: { name: string; id: string }; goals: Goal[] }[]
  region: { id: string }
  indicators: { indicator: { code: string; decimals: number }; cell: { state: string; value?: number; score?: number } }[]
}

beforeAll(() => loadLanguage('nb'))

const ask = async <T>({ context }: Visit, path: string): Promise<T> => {
  const answer = await context.request.get(path)
  expect(answer.ok(), `${path}: ${answer.status()}`).toBe(true)
  return (await answer.json()) as T
}
const text = async ({ context }: Visit, path: string) => (await context.request.get(path)).body()
const published = async (window: Visit) => {
  const { items } = await ask<{ items: { id: string; state: string; regionId: string }[] }>(window, '/api/v1/rounds')
  const round = items.find(({ state }) => state === 'published')
  if (!round) throw new Error('the demonstration has no published round')
  return round
}
const compared = ({ score, covered }: Goal) => (covered ? oneDecimal(score) : '')
const byGoal = (goals: readonly { goal: number; text: string }[]): Figures => Object.fromEntries(goals.map((one) => [`${one.goal}`, one.text]))

/** A chart's table on the page, and its file. */
async function chart(window: Visit, name: RegExp): Promise<{ table: string[][]; file: string[][] }> {
  const figure = window.page.getByRole('figure', { name })
  await figure.getByRole('button', { name: t('charts.showTable') }).click()
  const href = await figure.getByRole('link', { name: /CSV/ }).getAttribute('href')
  return { table: await tableOf(figure.locator('table')), file: csvOf((await text(window, href ?? '')).toString()) }
}

/** A chart's file without the columns of words beside the figures. */
function figuresOf(file: readonly string[][]): string[][] {
  const [heads = []] = file
  const at = heads.flatMap((head, i) => (head.includes(': ') || i >= heads.indexOf('Enhet') ? [] : [i]))
  return file.map((row, line) => at.map((i) => (line && i ? oneDecimal(row[i]) : (row[i] ?? ''))))
}

/** A paper of the round as it is read on its page and in its two files, and the figures that the API gives with it. */
async function paper(window: Visit, order: Record<string, string>): Promise<{ forms: Record<string, Tables>; goals: { goal: number; score?: number; regionMean?: number }[] }> {
  const made = await window.context.request.post('/api/v1/papers', { data: { language: 'nb', audience: 'own', ...order } })
  expect(made.ok(), await made.text()).toBe(true)
  const { info, goals } = (await made.json()) as { info: { id: string }; goals: { goal: number; score?: number; regionMean?: number }[] }
  await window.open(`/nb/papers/${info.id}`)
  const file = `/api/v1/papers/${info.id}/file`
  return {
    goals,
    forms: {
      page: await tablesOfPage(window.page, await window.page.content()),
      'page to carry off': await tablesOfPage(window.page, (await text(window, `${file}?format=html`)).toString()),
      document: await tablesOfDocument(window.page, unzipped(await text(window, `${file}?format=docx`), 'word/document.xml')),
    },
  }
}

const found = (tables: Tables, name: RegExp) => Object.entries(tables).find(([caption]) => name.test(caption))?.[1] ?? []
const inPaper = (forms: Record<string, Tables>, name: RegExp, read: (rows: string[][]) => Figures) => Object.fromEntries(Object.entries(forms).map(([form, tables]) => [`the paper’s ${form}, ${name.source}`, read(found(tables, name))]))

test('the figures of a region are the same on the status page, in its tables, files and paper, and in the API', async () => {
  const window = await as('coordinator', '/nb/region')
  const round = await published(window)
  const status = await ask<Status>(window, `/api/v1/status/regions/${round.regionId}?round=${round.id}`)
  await window.open(`/nb/region/status?round=${round.id}`)
  const goals = await chart(window, /^Hvor langt har Hallingdal/)
  const heat = await chart(window, /^Hvilke mål står/)
  const { forms, goals: told } = await paper(window, { regionId: round.regionId, roundId: round.id })
  expectSame({
    'the API': byGoal(status.goals.map(({ goal, mean }) => ({ goal, text: oneDecimal(mean) }))),
    'the page’s table': column(goals.table, 1),
    'its file': column(figuresOf(goals.file), 1),
    'the paper in the API': byGoal(told.map(({ goal, score }) => ({ goal, text: oneDecimal(score) }))),
    ...inPaper(forms, /^Poeng per mål/, (rows) => column(rows, 1)),
    ...inPaper(forms, /: Hvor langt har Hallingdal/, (rows) => column(rows, 1)),
  })
  expectSame({
    'the API': Object.fromEntries(status.rows.flatMap(({ municipality, goals: cells }) => cells.map((cell) => [`${municipality.name} ${cell.goal}`, compared(cell)]))),
    'the page’s table': crossed(heat.table),
    'its file': crossed(figuresOf(heat.file)),
    ...inPaper(forms, /: Hvilke mål står/, crossed),
  })
})

test('the figures of a municipality are the same on its page, in its tables, files and paper, and in the API', async () => {
  const window = await as('respondent', '/nb/municipality')
  const round = await published(window)
  const { organisation } = await ask<{ organisation: { id: string } }>(window, '/api/v1/session')
  const status = await ask<Status>(window, `/api/v1/status/municipalities/${organisation.id}?round=${round.id}&region=${round.regionId}`)
  await window.open(`/nb/municipality/results?round=${round.id}`)
  const beside = await chart(window, /^Hvor .*Nesbyen|over og under snittet/)
  const table = await tableOf(window.page.locator('section[aria-labelledby="goals"] table').first())
  const { forms, goals } = await paper(window, { regionId: round.regionId, roundId: round.id, municipalityId: organisation.id })
  const cells = status.goals.flatMap(({ cell }) => (cell ? [cell] : []))
  expectSame({
    'the API': byGoal(cells.map((cell) => ({ goal: cell.goal, text: compared(cell) }))),
    'the page’s table': column(table, 1),
    'the chart’s table': column(beside.table, 1),
    'its file': column(figuresOf(beside.file), 1),
    'the paper in the API': byGoal(goals.map(({ goal, score }) => ({ goal, text: oneDecimal(score) }))),
    ...inPaper(forms, /^Poeng per mål/, (rows) => column(rows, 1)),
  })
  expectSame({
    'the API': byGoal(status.goals.map(({ cell, regionMean }) => ({ goal: cell?.goal ?? 0, text: oneDecimal(regionMean) }))),
    'the page’s table': column(table, 3),
    'the chart’s table': column(beside.table, 2),
    'its file': column(figuresOf(beside.file), 2),
    'the paper in the API': byGoal(goals.map(({ goal, regionMean }) => ({ goal, text: oneDecimal(regionMean) }))),
    ...inPaper(forms, /^Poeng per mål/, (rows) => column(rows, 2)),
  })
})

test('the figures that everybody may see are the same on the page and in all open data', async () => {
  const window = await as(undefined, '/nb')
  const round = await published(window)
  const region = await ask<Status>(window, `/api/v1/status/regions/${round.regionId}?round=${round.id}`)
  const place = region.rows.find(({ municipality }) => municipality.name === 'Gol')?.municipality.id ?? ''
  const status = await ask<Status>(window, `/api/v1/status/municipalities/${place}?round=${round.id}&region=${round.regionId}`)
  await window.open(`/nb/status/${round.regionId}/${place}?round=${round.id}`)
  await standing(window.page)
  const onPage: Figures = {}
  for (const row of await window.page.locator('.aligned--values tbody tr').all()) {
    const code = /indicators\/([^?]+)/.exec((await row.getByRole('link').first().getAttribute('href')) ?? '')?.[1] ?? ''
    onPage[code] = bare(await row.locator('td').first().innerText())
  }
  const set = `/api/v1/open/datasets/${round.regionId}/${round.id}`
  const [heads = [], ...lines] = csvOf((await text(window, `${set}/data.csv`)).toString())
  const of = (line: readonly string[], name: string) => line[heads.indexOf(name)] ?? ''
  const own = lines.filter((line) => of(line, 'municipality_name') === 'Gol')
  const decimals = Object.fromEntries(status.indicators.map(({ indicator }) => [indicator.code, indicator.decimals]))
  const written = (code: string, value: string | number | undefined) => (value === undefined || value === '' || !(code in decimals) ? '' : Number(value).toFixed(decimals[code]))
  const fieldOf = (code: string, name: string) => of(own.find((line) => of(line, 'indicator') === code) ?? [], name)
  const cube = await ask<{ id: string[]; size: number[]; value: Record<string, number>; dimension: Record<string, { category: { index: string[] | Record<string, number> } }> }>(window, `${set}/data.json`)
  const number = of(own[0] ?? [], 'municipality')
  const placeIn = (dimension: string, key: string) => {
    const { index } = cube.dimension[dimension]?.category ?? { index: [] }
    return Array.isArray(index) ? index.indexOf(key) : (index[key] ?? -1)
  }
  const cell = (code: string, measure: string) => {
    const at = { indicator: code, municipality: number, measure } as Record<string, string>
    return cube.value[`${cube.id.reduce((sum, id, i) => sum * (cube.size[i] ?? 1) + (id in at ? placeIn(id, at[id] ?? '') : 0), 0)}`]
  }
  const kolada = await ask<{ values: { kpi: string; period: number; values: { value: number | null }[] }[] }>(window, `/api/v1/open/kolada/${round.regionId}/data/kpi/${Object.keys(decimals).join(',')}/municipality/${number}`)
  const newest = (code: string) => kolada.values.filter(({ kpi, period }) => kpi === code && period <= 2025).sort((a, b) => b.period - a.period)[0]?.values[0]?.value
  const values = (read: (code: string) => string | number | undefined) => Object.fromEntries(Object.keys(decimals).map((code) => [code, oneDecimal(read(code))]))
  expectSame({
    'the API': values((code) => written(code, status.indicators.find(({ indicator }) => indicator.code === code)?.cell.value)),
    'the open table': values((code) => written(code, fieldOf(code, 'value'))),
    'the cube': values((code) => written(code, cell(code, 'value'))),
    'Kolada’s shape': values((code) => written(code, newest(code) ?? undefined)),
  })
  expectSame({
    'the API': values((code) => status.indicators.find(({ indicator }) => indicator.code === code)?.cell.score),
    'the open table': values((code) => fieldOf(code, 'score')),
    'the cube': values((code) => cell(code, 'score')),
  })
  // Answers in words stand as words on the page; every number there is the one of the table.
  const numbers = Object.entries(onPage).filter(([, figure]) => figure)
  expect(numbers.length).toBeGreaterThan(0)
  for (const [code, figure] of numbers) expect.soft(Number(figure), code).toBe(Number(fieldOf(code, 'value')))
})
