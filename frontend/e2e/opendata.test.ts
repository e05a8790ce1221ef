import JSONstat from 'jsonstat-toolkit'
import { expect, test } from 'vitest'
import { useStage } from './stage'

const stage = useStage()

// The toolkit is the reference reader of JSON-stat. It reads what the service sends.
test('the reference toolkit finds every data set and reads the figures in it', async () => {
  const { context } = await stage.as(undefined, '/nb/data')
  const read = async (path: string) => (await context.request.get(path)).json()
  const all = JSONstat(await read('/api/v1/open/datasets'))
  expect(all.class).toBe('collection')
  const region = JSONstat(await read(new URL(all.link.item[0]?.href ?? '').pathname))
  expect(region.class).toBe('collection')
  const address = new URL(region.link.item[0]?.href ?? '').pathname
  const set = JSONstat(await read(address))
  expect(set.class).toBe('dataset')
  expect(set.role).toMatchObject({ time: ['year'], geo: ['municipality'], metric: ['measure'] })
  expect(set.n).toBe(set.size.reduce((product: number, size: number) => product * size, 1))
  expect(set.source).not.toBe('')
  expect(set.extension.licence).not.toBe('')

  // each cell is the one that the table of the same data set has
  const lines = (await (await context.request.get(address.replace(/json$/, 'csv'))).text()).split('\r\n')
  const columns = (lines[0] ?? '').split(',')
  let figures = 0
  for (const line of lines.slice(1).filter((text) => text !== '')) {
    const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((match) => match[1] ?? match[2])
    const of = (name: string) => cells[columns.indexOf(name)] ?? ''
    const cell = set.Data({ indicator: of('indicator'), municipality: of('municipality'), measure: 'value' })
    expect(cell.value).toBe(of('value') === '' ? null : Number(of('value')))
    expect(cell.status ?? 'value').toBe(of('status'))
    if (cell.value !== null) figures++
  }
  expect(figures).toBeGreaterThan(0)
})
