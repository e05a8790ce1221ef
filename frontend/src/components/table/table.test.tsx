import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { find, render, settle } from '~/testing/render'
import { Table } from './Table'

let clear = () => undefined as void
let observed: () => void = () => undefined
beforeEach(() => {
  class Observer {
    constructor(changed: () => void) {
      observed = changed
    }
    observe() {}
    disconnect() {}
  }
  vi.stubGlobal('ResizeObserver', Observer)
})
afterEach(() => {
  clear()
  vi.unstubAllGlobals()
})

const columns = [
  { key: 'name', head: 'Kommune', rowHead: true, cell: (row: [string, string]) => row[0] },
  { key: 'value', head: 'Andel', numeric: true, cell: (row: [string, string]) => row[1] },
]

async function table(width: number) {
  vi.spyOn(HTMLElement.prototype, 'scrollWidth', 'get').mockReturnValue(width)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(300)
  const drawn = await render(<Table caption="Lekkasje" columns={columns} rows={[['Gol', '32,5']]} rowKey={(row) => row[0]} />)
  clear = drawn.clear
  observed()
  await settle()
  return drawn.root
}

test('names itself, its columns and its rows', async () => {
  const root = await table(300)
  expect(find(root, 'caption').textContent).toBe('Lekkasje')
  expect(find(root, 'thead th:last-child').className).toBe('table__number')
  expect(find(root, 'tbody th[scope=row]').textContent).toBe('Gol')
})

test('is a stop of the keyboard only where it scrolls', async () => {
  expect(find(await table(300), '.table-box').hasAttribute('tabindex')).toBe(false)
  clear()
  const box = find(await table(500), '.table-box')
  expect(box.getAttribute('tabindex')).toBe('0')
  expect(box.getAttribute('aria-label')).toBe('Lekkasje')
})
