import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { setTheme } from '~/app/theme'
import { loadLanguage } from '~/i18n'
import { find, press, render, settle } from '~/testing/render'
import { json, serve } from '~/testing/server'
import { ChartFigure } from './ChartFigure'
import { chartAddress, type ChartData } from './useChart'

const data: ChartData = {
  title: 'Er vannet rent?',
  subtitle: 'Andel prøver',
  period: '2025',
  source: 'Eksempelkilden',
  licence: 'CC BY 4.0',
  units: 6,
  summary: 'Høyest er Gol, lavest er Hol.',
  header: ['Kommune', 'Verdi', 'Merknad'],
  rows: [
    ['Gol', '98,5', ''],
    ['Hol', '–', 'Har ikke data'],
  ],
  notes: ['Andre tall enn i fjor.'],
}

let clear = () => undefined as void
beforeEach(() => loadLanguage('nb'))
afterEach(() => {
  clear()
  setTheme('auto')
  vi.unstubAllGlobals()
})

async function figure(chart = data) {
  const { requests } = serve({ 'GET /charts/distribution': () => json(chart) })
  const drawn = await render(<ChartFigure chart="distribution" query={{ region: 'r1', indicator: '6.1' }} />)
  clear = drawn.clear
  await settle()
  return { root: drawn.root, requests }
}

test('the address has what is shown, the theme and the language, and nothing empty', () => {
  expect(chartAddress('heat', { region: 'r 1', round: undefined, indicator: '' }, 'svg', 'dark')).toBe('/api/v1/charts/heat?region=r+1&format=svg&theme=dark&lang=nb')
  expect(chartAddress('heat', { region: 'r1', year: 2025 }, 'csv')).toBe('/api/v1/charts/heat?region=r1&year=2025&format=csv&lang=nb')
})

describe('ChartFigure', () => {
  test('has title, summary in place of the picture, and what a reader must know', async () => {
    const { root, requests } = await figure()
    expect(new URL(requests[0]?.url ?? '').searchParams.get('indicator')).toBe('6.1')
    expect(find(root, 'h2').textContent).toBe('Er vannet rent?')
    expect(find<HTMLImageElement>(root, 'img').alt).toBe('Er vannet rent?. Høyest er Gol, lavest er Hol.')
    const facts = find(root, '.chart__facts').textContent
    for (const fact of ['2025', '6 kommuner', 'Eksempelkilden', 'CC BY 4.0']) expect(facts).toContain(fact)
    expect(root.textContent).toContain('Andre tall enn i fjor.')
  })

  test('follows the theme of the page, and prints light', async () => {
    setTheme('dark')
    const { root } = await figure()
    expect(find<HTMLImageElement>(root, 'img').src).toContain('theme=dark')
    const print = find<HTMLSourceElement>(root, 'source')
    expect(print.getAttribute('media')).toBe('print')
    expect(print.getAttribute('srcset')).toContain('theme=light')
  })

  test('shows the same figures as a table', async () => {
    const { root } = await figure()
    await press(find(root, 'button'))
    expect(root.querySelector('img')).toBeNull()
    expect([...root.querySelectorAll('tbody tr')].map((row) => row.textContent)).toEqual(['Gol98,5', 'Hol–Har ikke data'])
    expect([...root.querySelectorAll('thead .table__number')].map((head) => head.textContent)).toEqual(['Verdi'])
    expect(root.querySelectorAll('tbody th[scope=row]')).toHaveLength(2)
    await press(find(root, 'button'))
    expect(root.querySelector('table')).toBeNull()
  })

  test('can be had as three kinds of file', async () => {
    const { root } = await figure()
    const links = [...root.querySelectorAll<HTMLAnchorElement>('a[download]')]
    expect(links.map((link) => new URL(link.href).searchParams.get('format'))).toEqual(['csv', 'svg', 'png'])
    expect(links[0]?.getAttribute('aria-label')).toBe('Last ned som CSV: Er vannet rent?')
  })

  test('that fails says so and can be tried again', async () => {
    let fails = true
    serve({ 'GET /charts/heat': () => (fails ? json({ code: 'unavailable', status: 503, requestId: 'r-9' }, { status: 503 }) : json(data)) })
    const drawn = await render(<ChartFigure chart="heat" query={{ region: 'r1' }} />)
    clear = drawn.clear
    await settle()
    expect(find(drawn.root, '[role=alert]').textContent).toContain('r-9')
    fails = false
    await press(find(drawn.root, 'button'))
    await settle()
    expect(find(drawn.root, 'h2').textContent).toBe('Er vannet rent?')
  })
})
