import type { ComponentChild } from 'preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { setQuery } from '~/app/location'
import { loadLanguage } from '~/i18n'
import { anIndicator, aRegion, aRound } from '~/testing/region'
import { find, render, settle, type as typeInto } from '~/testing/render'
import { json, serve } from '~/testing/server'
import { IndicatorBounds } from './Definition'
import IndicatorsPage from './IndicatorsPage'
import MethodPage from './MethodPage'
import StatusPage, { publishedRounds } from './StatusPage'

let clear = () => undefined as void
beforeEach(async () => {
  await loadLanguage('nb')
  setQuery({ q: null, goal: null, catalogue: null })
})
afterEach(() => {
  clear()
  vi.unstubAllGlobals()
})

async function page(what: ComponentChild, table: Parameters<typeof serve>[0]) {
  serve(table)
  const drawn = await render(what)
  clear = drawn.clear
  await settle()
  await settle()
  return drawn.root
}

test('only rounds that everyone may see count as published', () => {
  const rounds = (['open', 'closed', 'published', 'archived'] as const).map((state) => aRound({ id: state, state }))
  expect(publishedRounds([...rounds, aRound({ id: 'x', regionId: 'other', state: 'published' })], 'region-1').map(({ id }) => id)).toEqual(['published', 'archived'])
})

test('status puts regions with published rounds first', async () => {
  const root = await page(<StatusPage />, {
    'GET /regions': () => json({ items: [aRegion({ id: 'no', kind: 'country', name: 'Norge' }), aRegion()] }),
    'GET /rounds': () => json({ items: [aRound({ state: 'published' }), aRound({ id: '2', regionId: 'no' })] }),
  })
  const [first, second] = [...root.querySelectorAll('section')].map(({ textContent }) => textContent)
  expect(first).toContain('Dalen')
  expect(first).toContain('1 publisert runde: Kartlegging 2026')
  expect(first).toContain('6 kommuner')
  expect(second).toContain('Norge (land)6 kommuner er registrert i Løftet')
})

test('status without regions says what will be there', async () => {
  const root = await page(<StatusPage />, { 'GET /regions': () => json({ items: [] }), 'GET /rounds': () => json({ items: [] }) })
  expect(find(root, '.empty').textContent).toContain('Her kommer regioner')
})

describe('the catalogue', () => {
  const items = [anIndicator(), anIndicator({ code: '7.2', goal: 7, name: 'Energi i bygg', scored: false, direction: 'lower', prefillable: 'partly' })]
  const table = {
    'GET /goals': () => json({ items: [6, 7].map((number) => ({ number, name: `Mål ${number}`, description: '', colour: '#000000', targets: [] })) }),
    'GET /catalogues': () => json({ items: [{ id: 'c', name: 'Felles kjerne', source: 'Oss', core: true, additional: false, indicators: 2, version: '1' }] }),
    'GET /indicators': () => json({ catalogue: { id: 'c', name: 'Felles kjerne', source: 'Oss', core: true, additional: false, indicators: 2, version: '1' }, items }),
  }

  test('says what is good, and plainly where nothing is judged', async () => {
    const root = await page(<IndicatorsPage />, table)
    const rows = [...root.querySelectorAll('tbody tr')].map(({ textContent }) => textContent)
    expect(rows[0]).toContain('Høyere er bedrePoeng og nivå')
    expect(rows[1]).toContain('Lavere er bedreVerdi og sammenligning, uten fargeDelvis')
    expect(root.textContent).toContain('2 indikatorer i Felles kjerne')
  })

  test('has the core and the additional set apart, and both together where asked for', async () => {
    const more = { id: 'm', name: 'Tilleggsindikatorer', source: 'For seg', core: false, additional: true, indicators: 1, version: '1' }
    const core = { id: 'c', name: 'Felles kjerne', source: 'Oss', core: true, additional: false, indicators: 2, version: '1' }
    setQuery({ catalogue: 'both' })
    const root = await page(<IndicatorsPage />, {
      ...table,
      'GET /catalogues': () => json({ items: [core, more] }),
      'GET /indicators': ({ url }) => json(url.includes('catalogue=m') ? { catalogue: more, items: [anIndicator({ code: '6.5-renew', name: 'Fornyet nett' })] } : { catalogue: core, items }),
    })
    expect(root.textContent).toContain('3 indikatorer i Felles kjerne og tilleggsindikatorer')
    expect([...root.querySelectorAll('tbody th a')].map((a) => a.getAttribute('href')?.replace(/^.*indicators/, ''))).toEqual(['/6.1', '/6.5-renew?catalogue=m', '/7.2'])
    expect([...find<HTMLSelectElement>(root, '#catalogue').options].map(({ text }) => text)).toEqual(['Felles kjerne', 'Tilleggsindikatorer', 'Felles kjerne og tilleggsindikatorer'])
  })

  test('is filtered by word and goal in the address, and shows a way on when nothing fits', async () => {
    const root = await page(<IndicatorsPage />, table)
    await typeInto(find<HTMLInputElement>(root, '#word'), 'ENERGI')
    expect(new URLSearchParams(location.search).get('q')).toBe('ENERGI')
    expect([...root.querySelectorAll('tbody th')].map(({ textContent }) => textContent)).toEqual(['Energi i bygg'])
    await typeInto(find<HTMLInputElement>(root, '#word'), 'fisk')
    expect(find(root, '.empty').textContent).toContain('Vis alle indikatorene')
  })
})

test('an indicator tells which values give which band, and that SDSN’s colours are another matter', async () => {
  const detail = {
    indicator: anIndicator(),
    catalogue: { id: 'c', name: 'Felles kjerne', source: '', core: true, additional: false, indicators: 1, version: '1' },
    question: '',
    help: '',
    numerator: '',
    denominator: '',
    bounds: { lower: 40, optimum: 100, green: 90, red: 60, basis: 'law' as const, note: '' },
    bands: [
      { band: 'achieved' as const, from: 95, to: 100, worst: 97, best: 100, decimals: 1 },
      { band: 'near' as const, from: 66, to: 95, worst: 79.6, best: 97, decimals: 1 },
      { band: 'behind' as const, from: 33, to: 66, worst: 59.8, best: 79.6, decimals: 1 },
      { band: 'far' as const, from: 0, to: 33, worst: 40, best: 59.8, decimals: 1 },
    ],
    source: { owner: '', table: '', otherTable: '', dimensions: '', note: '' },
    version: '1',
    versions: [],
  }
  const root = await page(<IndicatorBounds detail={detail} />, {})
  expect([...root.querySelectorAll('tbody tr')].map((row) => [...row.children].map(({ textContent }) => textContent))).toEqual([
    ['Nådd', '95 til 100', '97,0\u00a0% eller mer'],
    ['Nær målet', '66 til 95', '79,6 til 97,0\u00a0%'],
    ['Et stykke unna', '33 til 66', '59,8 til 79,6\u00a0%'],
    ['Langt unna', '0 til 33', 'under 59,8\u00a0%'],
  ])
  expect(root.textContent).toContain('Fargen på sidene er fargen til nivået.')
  expect(root.textContent).toContain('Farger etter SDSNs metodeGrønn fra 90,0\u00a0% og rød fra 60,0\u00a0%.')
  expect(root.textContent).toContain('avgjør ikke fargen på sidene')
})

test('the method shows the numbers in force, and sums them', async () => {
  const part = (key: string, value: number) => ({ key, label: key, value })
  const root = await page(<MethodPage />, {
    'GET /method': () =>
      json({
        bands: [{ band: 'near', from: 66, to: 95 }],
        methods: [{ id: 'sdsn', name: 'SDSN', description: 'Snitt.' }],
        needRules: { version: '1', since: '2026-01-01', shareOfResponding: 0.3, minimumMunicipalities: 2, populationShare: 0.25, minimumRegion: 3, minimumResponding: 0.5, minimumCoverage: 0.8, fallingPoints: 5, weights: [part('Alvor', 60), part('Bredde', 40)] },
        matchWeights: { version: '1', since: '2026-01-01', weights: [part('Indikator', 100)] },
      }),
  })
  expect(root.textContent).toContain('66 til 95')
  expect(root.textContent?.replaceAll('\u00a0', ' ')).toContain('Minst 30 % av kommunene som har svart, må være med, og minst 2 kommuner.')
  expect([...root.querySelectorAll('tfoot td')].map(({ textContent }) => textContent)).toEqual(['100', '100'])
  expect(root.textContent).toContain('Regelsett 1, gjelder fra 1. januar 2026.')
})
