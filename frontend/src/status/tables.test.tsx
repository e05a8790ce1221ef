import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { loadLanguage } from '~/i18n'
import { aCell, aGoalCell, aMunicipality, anIndicator, aRegion, aRound } from '~/testing/region'
import { find, render, settle, type as typeInto } from '~/testing/render'
import { serve } from '~/testing/server'
import { IndicatorFigures } from './IndicatorFigures'
import { Legend } from './Legend'
import { MunicipalityTable } from './MunicipalityTable'
import { PeriodSelect } from './PeriodSelect'
import { publicPlaces } from './places'
import { KnownFacts } from './RegionFigures'
import type { RegionStatus, StatusRow } from './types'
import { regionOption, sortRegions } from './useRegions'

let clear = () => undefined as void
beforeEach(() => loadLanguage('nb'))
afterEach(() => {
  clear()
  vi.unstubAllGlobals()
})

const row = (name: string, some: Partial<StatusRow> = {}): StatusRow => ({ municipality: aMunicipality(name), answer: 'submitted', goals: [aGoalCell(), aGoalCell({ goal: 7, covered: false, available: 1, total: 3 })], ...some })

test('regions of councils stand before counties and countries; one without members is left out', () => {
  const regions = [aRegion({ id: 'no', kind: 'country' }), aRegion({ id: 'c', kind: 'county' }), aRegion({ id: 'empty', members: 0 }), aRegion({ id: 'r' })]
  expect(sortRegions(regions).map(({ id }) => id)).toEqual(['r', 'c', 'no'])
})

test('a region says what kind it is; without a council it is not one of a council', () => {
  expect(regionOption(aRegion({ councilId: 'c' }))).toBe('Dalen (regionråd)')
  expect(regionOption(aRegion())).toBe('Dalen (annen region)')
})

describe('the table of municipalities', () => {
  const table = async (rows: readonly StatusRow[], asked = true) => {
    const drawn = await render(<MunicipalityTable rows={rows} region="region-1" period={{ round: 'r' }} places={publicPlaces} asked={asked} />)
    clear = drawn.clear
    return drawn.root
  }

  test('keeps the order it was given, counts what is there, and leads on', async () => {
    const root = await table([row('Gol'), row('Ål')])
    const rows = [...root.querySelectorAll('tbody tr')].map((tr) => [...tr.children].map((cell) => cell.textContent))
    expect(rows).toEqual([
      ['Gol', '1\u00a0000', 'Sendt inn, ikke kontrollert ennå', '1 av 2', '3 av 5', '2'],
      ['Ål', '1\u00a0000', 'Sendt inn, ikke kontrollert ennå', '1 av 2', '3 av 5', '2'],
    ])
    expect(find<HTMLAnchorElement>(root, 'tbody a').getAttribute('href')).toMatch(/^\/\w\w\/status\/region-1\/id-Gol\?round=r$/)
    expect(root.querySelector('input')).toBeNull()
  })

  test('has no column of answers where nobody was asked', async () => {
    expect((await table([row('Gol')], false)).textContent).not.toContain('Sendt inn')
  })

  test('of a whole country is searched, and shows more when asked', async () => {
    const root = await table(Array.from({ length: 60 }, (_, i) => row(`Kommune ${i}`)))
    expect(root.querySelectorAll('tbody tr')).toHaveLength(40)
    await typeInto(find<HTMLInputElement>(root, 'input'), 'kommune 59')
    expect(find(root, 'tbody').textContent).toContain('Kommune 59')
    expect(root.querySelectorAll('tbody tr')).toHaveLength(1)
    await typeInto(find<HTMLInputElement>(root, 'input'), 'Xyz')
    expect(root.textContent).toContain('Ingen kommune passer med «Xyz».')
  })
})

test('the figures of an indicator say why one is missing, and which of them stem from answers that nobody has checked', async () => {
  const { requests } = serve({})
  const rows = [
    { municipality: aMunicipality('Gol'), unchecked: true, cell: aCell({ state: 'left_out', confirmed: false }) },
    { municipality: aMunicipality('Hol'), unchecked: false, cell: aCell({ state: 'not_answered', confirmed: false }) },
    { municipality: aMunicipality('Nesbyen'), unchecked: true, cell: aCell() },
    { municipality: aMunicipality('Flå'), unchecked: true, cell: aCell({ confirmed: false }) },
    { municipality: aMunicipality('Ål'), unchecked: false, cell: aCell() },
  ]
  const status = { region: aRegion(), round: aRound(), rounds: [], years: [], cohorts: [], indicator: anIndicator(), bounds: { basis: 'none' as const, note: '' }, rows, units: 0, trend: [] }
  const drawn = await render(<IndicatorFigures status={status} places={publicPlaces} />)
  clear = drawn.clear
  await settle()
  const shown = [...drawn.root.querySelectorAll('section tbody tr')].map(({ textContent }) => textContent)
  expect(shown.slice(0, 2)).toEqual(['GolMålet er utelatt ––', 'HolIkke besvart ––'])
  expect(shown.map((text) => text.includes('Ikke kontrollert ennå'))).toEqual([false, false, true, false, false])
  expect(requests.every(({ url }) => url.includes('/charts/'))).toBe(true)
})

test('the period can be a round or a year, and shows what the server chose', async () => {
  const drawn = await render(<PeriodSelect rounds={[aRound()]} years={[2025, 2024]} cohorts={[]} period={{ year: 2024 }} />)
  clear = drawn.clear
  const select = find<HTMLSelectElement>(drawn.root, 'select')
  expect([...select.options].map(({ text }) => text)).toEqual(['Kartlegging 2026, åpen', 'Bare statistikk, til og med 2025', 'Bare statistikk, til og med 2024'])
  expect(select.value).toBe('year 2024')
})

test('what must be known before figures are read is said first', async () => {
  const statistics: RegionStatus = { region: aRegion(), rounds: [], years: [], cohorts: [], municipalities: 6, submitted: 2, complete: false, withheld: true, madeUp: true, goals: [], rows: [] }
  const drawn = await render(<KnownFacts status={{ ...statistics, round: aRound() }} />)
  clear = drawn.clear
  const text = drawn.root.textContent
  expect(text).not.toContain('registrert i Løftet')
  for (const part of ['Kartlegging 2026, åpen', '2 av 6 kommuner har sendt inn', 'For få har svart', 'holdt tilbake', 'oppdiktet']) expect(text).toContain(part)
  await drawn.redraw(<KnownFacts status={{ ...statistics, region: aRegion({ kind: 'country' }), year: 2024 }} />)
  expect(drawn.root.textContent).toContain('Bare kommuner som er registrert i Løftet, er med i tallene.')
  await drawn.redraw(<KnownFacts status={{ ...statistics, year: 2024, withheld: false, madeUp: false }} />)
  expect(drawn.root.textContent).toBe('Bare statistikk, til og med 2024Tallene for 6 kommuner er hentet fra åpen statistikk. Kommunene har ikke bekreftet dem.')
})

test('the legend explains every way of having no figure, and zero', async () => {
  const drawn = await render(<Legend />)
  clear = drawn.clear
  expect(drawn.root.querySelectorAll('dt')).toHaveLength(11)
  expect(drawn.root.textContent).toContain('Det som mangler, blir aldri null.')
})
