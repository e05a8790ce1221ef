import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { addressOf, standing, type Visit, type VisitOptions } from './browser'
import { expectDrawn, expectNoOverflow, expectSound } from './rules'
import { useStage } from './stage'

const { as } = useStage()

interface Listed {
  id: string
  name: string
  state: string
  submitted: number
  municipalities: number
}

/** The rounds of the demonstration's region: the one that runs, and the one before it. */
async function rounds({ context }: Visit): Promise<{ open: Listed; published: Listed }> {
  const { items } = (await (await context.request.get('/api/v1/rounds')).json()) as { items: Listed[] }
  const [open, published] = ['open', 'published'].map((state) => items.find((round) => round.state === state))
  if (!open || !published) throw new Error('the demonstration has no open and no published round')
  return { open, published }
}

const follow = async (page: Page, name: string | RegExp) => {
  await page.getByRole('main').getByRole('link', { name }).first().click()
  await standing(page)
}

// One story: each test goes on where the one before left off.

test('the overview tells who has answered, which goals stand worst, and what waits', async () => {
  const window = await as('coordinator', '/nb/region')
  const { page } = window
  const { open } = await rounds(window)
  await expectSound(page)
  expect(open.submitted).toBeGreaterThan(0)
  await page.getByText(`${open.submitted} av 6 kommuner har sendt inn`).first().waitFor()
  await page.getByText(/^Ikke sendt inn ennå: .*Nesbyen\.$/).waitFor()
  expect(await page.locator('.front__goals li').count()).toBe(3)
  await follow(page, /forslag til behov fra Kartlegging 2025 må bekreftes/)
  await page.getByRole('heading', { level: 1, name: 'Behov i arbeid' }).waitFor()
  expect(await page.getByLabel('Runde').locator('option:checked').textContent()).toBe('Kartlegging 2025')
})

test('status has charts with the same figures as table and file, and leads down to an answer', async () => {
  const window = await as('coordinator', '/nb/region/status')
  const { page, context } = window
  const { published } = await rounds(window)
  await page.getByLabel('Runde eller år').selectOption({ label: 'Kartlegging 2025, publisert' })
  await standing(page)
  expect((await addressOf(page)).searchParams.get('round')).toBe(published.id)
  await expectSound(page)
  for (const name of [/^Hvor langt har Hallingdal kommet/, /^Hvilke mål står kommunene/, /^Hvor mange tall/, /hvordan fordeler kommunene/, /hvordan har det gått/, /over og under snittet/]) await expectDrawn(page, name)

  const heat = page.getByRole('figure', { name: /^Hvilke mål står kommunene/ })
  await heat.getByRole('button', { name: 'Vis som tabell' }).click()
  const cells = await heat.locator('tbody tr', { hasText: 'Gol' }).locator('th, td').allTextContents()
  const csv = await (await context.request.get((await heat.getByRole('link', { name: /CSV/ }).getAttribute('href')) ?? '')).text()
  const line = csv.split(/\r?\n/).find((one) => one.startsWith('Gol')) ?? ''
  expect(cells).toHaveLength(18)
  // The same numbers, written for a machine in the file.
  for (const cell of cells) expect(line).toContain(cell.replace(/ \(.*\)$/, '').replace(',', '.'))
  expect(csv).toMatch(/Lisens/)
  for (const [name, type] of [['SVG', 'image/svg+xml'], ['PNG', 'image/png']] as const) {
    const file = await context.request.get((await heat.getByRole('link', { name: new RegExp(name) }).getAttribute('href')) ?? '')
    expect(file.headers()['content-type']).toContain(type)
  }

  await page.getByLabel('Indikator', { exact: true }).selectOption({ label: '9. Elbilandel av personbilparken' })
  await standing(page)
  await expectDrawn(page, /^Elbilandel av personbilparken: hvordan fordeler/)
  await follow(page, 'Gol')
  await page.getByRole('heading', { level: 1, name: 'Gol ved siden av Hallingdal' }).waitFor()
  await expectSound(page)
  await follow(page, 'Elbilandel av personbilparken')
  await expectSound(page)
  await follow(page, 'Se innsendingen fra Gol')
  await page.getByRole('heading', { level: 1, name: 'Svarene fra Gol' }).waitFor()
  await page.getByText('Viser bare svaret du kom for.').waitFor()
  expect(await page.locator('tbody tr').count()).toBe(1)
  await expectSound(page)
  await page.goBack()
  await page.getByRole('heading', { level: 1, name: 'Elbilandel av personbilparken' }).waitFor()
})

test('the status prints whole, without what is for the screen', async () => {
  const { page } = await as('coordinator', '/nb/region/status')
  await page.emulateMedia({ media: 'print' })
  for (const hidden of ['.header', '.lookup', '.contents', '.chart__actions']) expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false)
  expect(await page.locator('.chart__picture img').count()).toBe(6)
  await page.getByRole('paragraph').filter({ hasText: 'Kartlegging 2026, åpen' }).waitFor()
  await page.getByRole('heading', { name: 'Slik leser du tallene' }).waitFor()
  await page.setViewportSize({ width: 670, height: 900 })
  await expectNoOverflow(page)
})

test('a round is planned, its faults named, and its dates changed', async () => {
  const { page } = await as('coordinator', '/nb/region/rounds')
  await expectSound(page)
  await follow(page, 'Planlegg en runde')
  await page.getByRole('button', { name: 'Lagre utkastet' }).click()
  await page.getByRole('heading', { name: /Det er 4 problemer/ }).waitFor()
  expect(await page.title()).toMatch(/^Feil:/)
  await page.getByRole('link', { name: 'Skriv et navn på runden' }).click()
  await page.keyboard.type('Kartlegging 2027')
  await page.getByLabel('Åpner').fill('2027-02-01')
  await page.getByLabel('Siste dag for å svare').fill('2027-04-30')
  await page.getByLabel('År tallene gjelder for').fill('2027')
  await page.getByRole('button', { name: 'Lagre utkastet' }).click()
  await page.getByRole('heading', { level: 1, name: 'Kartlegging 2027' }).waitFor()
  await standing(page)
  await expectSound(page)
  await page.getByText('Utkast', { exact: true }).waitFor()
  await follow(page, 'Endre navn og datoer')
  await page.getByLabel('Siste dag for å svare').fill('2027-05-15')
  await page.getByRole('button', { name: 'Lagre' }).click()
  await page.getByText('15. mai 2027').waitFor()
})

test('the region sets its own target, with a reason', async () => {
  const window = await as('coordinator', '/nb/region')
  const { open } = await rounds(window)
  const { page } = window
  await window.open(`/nb/region/rounds/${open.id}`)
  await expectSound(page)
  await page.getByText('22 av 22 er satt').waitFor()
  await follow(page, 'Endre målet for Forventet levealder ved fødsel')
  await expectSound(page)
  await page.getByLabel('Verdien som gir 100 poeng').fill('85,5')
  await page.getByLabel('Begrunnelse på bokmål').fill('Folkehelseplanen, mål 1 (oppdiktet).')
  await page.getByRole('button', { name: 'Lagre målet' }).click()
  await page.getByText('Folkehelseplanen, mål 1 (oppdiktet).').waitFor()
  await page.getByText(/85,5.* gir 100/).waitFor()
})

test('closing a round says what will happen, asks, and can be taken back with a reason', async () => {
  const window = await as('coordinator', '/nb/region')
  const { open } = await rounds(window)
  const { page } = window
  await window.open(`/nb/region/rounds/${open.id}`)
  await page.getByRole('button', { name: 'Lukk runden' }).click()
  const dialog = page.getByRole('dialog', { name: 'Lukke Kartlegging 2026?' })
  await dialog.getByText(`${open.submitted} av ${open.municipalities} kommuner har sendt inn.`).waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Lukk runden' }).click()
  await dialog.getByRole('button', { name: 'Lukk runden' }).click()
  await page.getByText('Runden er nå: lukket.').waitFor()
  await standing(page)
  await expectSound(page)
  await page.getByRole('button', { name: 'Åpne runden igjen' }).click()
  await page.getByRole('dialog').getByLabel('Begrunnelse').fill('Fire kommuner mangler')
  await page.getByRole('dialog').getByRole('button', { name: 'Åpne runden igjen' }).click()
  await page.getByText('Runden er nå: åpen.').waitFor()
})

test('a candidate is edited, confirmed and published, and everyone can read it', async () => {
  const window = await as('coordinator', '/nb/region')
  const { published } = await rounds(window)
  const { page } = window
  await window.open(`/nb/region/needs?round=${published.id}`)
  await expectSound(page)
  await follow(page, /husholdningsavfall per innbygger/)
  await expectSound(page)
  expect(await page.getByRole('link', { name: /^Se innsendingen fra/ }).count()).toBeGreaterThan(0)
  await follow(page, 'Rediger tekstene')
  await expectSound(page)
  await page.getByLabel('Spørsmålet som tittel').fill('Hvordan kan vi kaste mindre i hyttebygdene?')
  await page.getByLabel('Årsaker').fill('Mange hytter og få returpunkter.')
  await page.getByLabel('Ønsket effekt').fill('Mindre avfall per innbygger innen to år.')
  await page.getByLabel('Omfang').fill('Seks kommuner (oppdiktet).')
  await page.getByLabel('Tidsplan').fill('Dialog til høsten.')
  await page.getByRole('combobox', { name: /CPV/ }).fill('90500000')
  await page.getByLabel('Kontakt').fill('ikke en adresse')
  await page.getByLabel('Frist for å melde seg').fill('2027-09-01')
  await page.getByRole('button', { name: 'Lagre' }).click()
  await page.getByRole('heading', { name: 'Det er ett problem' }).waitFor()
  await page.getByLabel('Kontakt').fill('behov@hallingdal.example')
  await page.getByRole('button', { name: 'Lagre' }).click()
  await page.getByRole('heading', { level: 1, name: 'Hvordan kan vi kaste mindre i hyttebygdene?' }).waitFor()
  await standing(page)
  await page.getByRole('button', { name: 'Bekreft behovet' }).click()
  await page.getByText('Behovet er bekreftet.').waitFor()
  await page.getByRole('button', { name: 'Publiser', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('6 kommuner blir nevnt ved navn.').waitFor()
  await dialog.getByRole('button', { name: 'Publiser' }).click()
  await page.getByText('Behovet er publisert.').waitFor()
  await standing(page)
  await expectSound(page)
  await follow(page, 'Se den offentlige siden')
  await page.getByRole('heading', { level: 1, name: 'Hvordan kan vi kaste mindre i hyttebygdene?' }).waitFor()
})

test('another candidate is rejected with a reason', async () => {
  const window = await as('coordinator', '/nb/region')
  const { published } = await rounds(window)
  const { page } = window
  await window.open(`/nb/region/needs?round=${published.id}`)
  await follow(page, /vernet areal/)
  await page.getByRole('button', { name: 'Avvis', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Avvis' }).click()
  await dialog.getByRole('link', { name: 'Skriv hvorfor dette ikke er et behov' }).waitFor()
  await dialog.getByLabel('Hvorfor er dette ikke et behov?').fill('Vern avgjøres av staten.')
  await dialog.getByRole('button', { name: 'Avvis' }).click()
  await page.getByText('Avvist: Vern avgjøres av staten.').waitFor()
})

test('a solution that a business sent in is published', async () => {
  const supplier = await as('supplier', '/nb/about')
  const body = { title: { nb: 'Felles henting av hytteavfall' }, summary: { nb: 'Henter oftere når hyttene er i bruk.' }, description: { nb: 'Sensorer i dunkene sier når de er fulle (oppdiktet).' }, goals: [12], targets: ['12.5'], indicators: [], cpv: ['90500000'], regionIds: [], trl: 8, marketState: 'pilot', priceModel: 'per_unit', references: '', website: '' }
  const made = (await (await supplier.context.request.post('/api/v1/solutions', { data: body })).json()) as { id: string }
  const sent = await supplier.context.request.post(`/api/v1/solutions/${made.id}/submission`)
  expect(sent.status(), await sent.text()).toBe(200)

  const { page } = await as('coordinator', '/nb/region')
  await follow(page, /løsning(er)? er sendt inn og kan publiseres/)
  await expectSound(page)
  await follow(page, 'Felles henting av hytteavfall')
  await expectSound(page)
  await page.getByRole('button', { name: 'Publiser løsningen' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Publiser løsningen' }).click()
  await page.getByText('Løsningen er publisert.').waitFor()
})

test('a member of the council looks, and is offered nothing to change', async () => {
  const window = await as('council_member', '/nb/region')
  const { open } = await rounds(window)
  await window.open(`/nb/region/rounds/${open.id}`)
  expect(await window.page.getByRole('main').getByRole('button').count()).toBe(0)
  await expectSound(window.page)
})

describe('the pages of the council in other languages, in the dark and narrow', () => {
  const views: [path: string, options: VisitOptions][] = [
    ['/nn/region', { width: 320 }],
    ['/en/region', { scheme: 'dark' }],
    ['/nn/region/rounds', {}],
    ['/en/region/rounds/new', { width: 320, scheme: 'dark' }],
    ['/nn/region/status', { scheme: 'dark' }],
    ['/en/region/status', { width: 320 }],
    ['/nn/region/needs', { width: 320 }],
    ['/en/region/needs', { scheme: 'dark' }],
    ['/nn/region/solutions', {}],
    ['/en/region/solutions', { width: 320, scheme: 'dark' }],
    ['/nn/region/members', { scheme: 'dark' }],
    ['/en/region/members', { width: 320 }],
  ]
  test.each(views)('%s %o', async (path, options) => {
    const { page } = await as('coordinator', path, options)
    await expectSound(page)
  })

  test('an administrator picks the region', async () => {
    const { page } = await as('admin', '/nb/region')
    expect(await page.getByLabel('Region').locator('option:checked').textContent()).toContain('Hallingdal')
    await expectSound(page)
    await follow(page, 'Se framdriften')
    await expectSound(page)
  })
})
