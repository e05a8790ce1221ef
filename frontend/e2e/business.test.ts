import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { addressOf, signInAs, standing } from './browser'
import { letterTo, linkIn } from './mail'
import { expectSound } from './rules'
import { useStage } from './stage'

const stage = useStage()
const { newWindow } = stage

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()

test('a business registers, describes a solution, has it published and sees why needs fit', { timeout: 120_000 }, async () => {
  const window = await newWindow()
  const { page } = window
  await window.open('/nb/register')
  await page.getByRole('button', { name: 'Registrer', exact: true }).click()
  await page.getByRole('group', { name: 'Det er 4 problemer' }).waitFor()
  expect(await page.title()).toBe('Feil: Registrer bedriften – Løftet')

  // The number is held against its check digit while it is typed.
  await page.getByLabel('Organisasjonsnummer').fill('974 760 674')
  await page.locator('#orgNumber-error', { hasText: 'stemmer ikke' }).waitFor()
  await page.getByLabel('Organisasjonsnummer').fill('974 760 673')
  await page.getByText('Nummeret er riktig bygd opp.').waitFor()
  await page.getByLabel('Bedriftens navn').fill('Lytt til vannet')
  await page.getByLabel('Navnet ditt').fill('Prøveperson')
  await page.getByLabel('E-post', { exact: true }).fill('post@lytt.example')
  await page.getByRole('button', { name: 'Registrer', exact: true }).click()
  await heading(page, 'Se i e-posten din')
  await expectSound(page)

  await page.goto(linkIn(await letterTo(stage.service, 'post@lytt.example')))
  await page.getByLabel('Nytt passord').fill('en lang setning om vann')
  await page.getByRole('button', { name: 'Lagre og logg inn' }).click()
  await heading(page, 'Behov som passer dere')
  await page.getByText('Her kommer behov som passer det dere tilbyr').waitFor()
  await standing(page)
  await expectSound(page)

  await page.getByRole('main').getByRole('link', { name: 'Beskriv en løsning' }).click()
  await heading(page, 'Beskriv en løsning')
  await page.getByLabel('Tittel').fill('Lytteposter som finner vannlekkasjer')
  await page.getByRole('button', { name: 'Lagre utkast' }).click()
  await heading(page, 'Lytteposter som finner vannlekkasjer')
  await page.getByText('Før løsningen kan sendes, mangler:').waitFor()
  await standing(page)
  await expectSound(page)

  await page.getByRole('link', { name: 'et kort sammendrag' }).click()
  await heading(page, 'Rediger løsningen')
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('summary-nb')
  await page.getByLabel('Kort sammendrag').fill('Lytteposter på kummene varsler om lekkasje i vannledningene.')
  await page.getByRole('checkbox', { name: /Rent vann/ }).check()
  await page.getByRole('checkbox', { name: /^6\.4/ }).check()
  await page.getByRole('button', { name: 'Legg til en indikator' }).click()
  await page.getByLabel('Indikator', { exact: true }).selectOption('6.4-leak')
  await page.getByLabel('Hvor mye, og hvor fort?').fill('5 prosentpoeng lavere på ett år')
  await page.getByRole('radio', { name: 'Vi har målt det hos kunder' }).check()
  const cpv = page.getByRole('combobox', { name: 'CPV-koder' })
  await cpv.fill('38421100')
  await cpv.press('ArrowDown')
  await cpv.press('Enter')
  await page.getByRole('button', { name: /Fjern 38421100/ }).waitFor()
  await page.getByLabel('Hvor moden er den?').selectOption('8')
  await standing(page)
  await expectSound(page)
  await page.getByRole('button', { name: 'Lagre endringene' }).click()
  await heading(page, 'Lytteposter som finner vannlekkasjer')
  await page.getByText('Løsningen er lagret. Den er ikke sendt.').waitFor()
  await page.getByRole('button', { name: 'Send til koordinator' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Koordinatorene i regionene').waitFor()
  await expectSound(page)
  await dialog.getByRole('button', { name: 'Send til koordinator' }).click()
  await page.getByText(/Sendt til koordinatoren .* Den er ikke publisert ennå/).waitFor()
  const id = (await addressOf(page)).pathname.split('/').pop() ?? ''

  const coordinator = await newWindow()
  await signInAs(coordinator, 'coordinator')
  const read = await coordinator.context.request.get(`/api/v1/solutions/${id}`)
  const published = await coordinator.context.request.post(`/api/v1/solutions/${id}/publication`, { headers: { 'If-Match': read.headers()['etag'] ?? '' } })
  expect(published.ok(), await published.text()).toBe(true)
  await page.reload()
  await page.getByText(/^Publisert .*Kommunene der dere tilbyr den/).waitFor()

  await page.getByRole('link', { name: 'Treff' }).click()
  await heading(page, 'Behov som passer dere')
  const best = page.locator('.match').first()
  await best.getByRole('link', { name: 'Hvordan kan vi finne og stanse vannlekkasjer før de blir dyre?' }).waitFor()
  expect(await best.locator('.match__reasons li').first().textContent()).toContain('indikatoren bak behovet')
  await best.getByText('Slik er poengene satt sammen').click()
  const points = await best.locator('tbody td:last-child').allTextContents()
  const sum = points.filter((text) => /\d/.test(text)).reduce((total, text) => total + Number(text.replace(',', '.')), 0)
  const total = await best.locator('tfoot td').textContent()
  expect(sum).toBeCloseTo(Number(total?.replace(',', '.')), 5)
  await standing(page)
  await expectSound(page)
})

test('a match is put aside with a reason, and stays aside', async () => {
  const window = await newWindow()
  await signInAs(window, 'supplier')
  await window.open('/nb/business')
  const { page } = window
  const matches = page.locator('.match-list .match')
  const before = await matches.count()
  await matches.last().getByRole('button', { name: /^Passer ikke/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Legg til side' }).click()
  await dialog.getByRole('group', { name: 'Det er ett problem' }).waitFor()
  await dialog.getByLabel('Hvorfor passer det ikke?').fill('Vi tilbyr ikke dette')
  await dialog.getByRole('button', { name: 'Legg til side' }).click()
  await page.getByText('1 lagt til side').waitFor()
  expect(await matches.count()).toBe(before - 1)
  await page.reload()
  await standing(page)
  await page.getByText('1 lagt til side').click()
  await page.getByText('Lagt til side: Vi tilbyr ikke dette').waitFor()
  await expectSound(page)
})

test('what is written is kept: a fault keeps it, leaving asks, and two writers choose', async () => {
  const window = await newWindow()
  await signInAs(window, 'supplier')
  await window.open('/nb/business/solutions')
  const { page } = window
  await expectSound(page)
  await page.getByRole('main').getByRole('link', { name: 'Sonemåling som finner vannlekkasjer' }).click()
  await heading(page, 'Sonemåling som finner vannlekkasjer')
  await standing(page)
  await expectSound(page)
  await page.getByRole('link', { name: 'Rediger' }).click()
  await page.getByText('blir løsningen et utkast igjen').waitFor()
  await page.getByLabel('Referanser').fill('Tre kommuner')

  await page.getByLabel('Nettside om løsningen').fill('lytt.example')
  await page.getByRole('button', { name: 'Lagre endringene' }).click()
  await page.getByRole('link', { name: 'Skriv hele adressen, med https:// først' }).click()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('website')
  await page.getByLabel('Nettside om løsningen').fill('https://lytt.example')
  expect(await page.getByLabel('Referanser').inputValue()).toBe('Tre kommuner')

  page.once('dialog', (asked) => void asked.dismiss())
  await page.getByRole('link', { name: 'Treff' }).click()
  expect((await addressOf(page)).pathname).toMatch(/\/edit$/)

  const id = (await addressOf(page)).pathname.split('/').at(-2) ?? ''
  const url = `/api/v1/solutions/${id}`
  const now = await window.context.request.get(url)
  const { title, summary, description, goals, targets, indicators, cpv, regionIds, marketState, priceModel, website } = (await now.json()) as Record<string, unknown>
  const codes = (cpv as { code: string }[]).map(({ code }) => code)
  const other = await window.context.request.put(url, {
    data: { title, summary, description, goals, targets, indicators, cpv: codes, regionIds, trl: 7, marketState, priceModel, references: 'En kommune', website },
    headers: { 'If-Match': now.headers()['etag'] ?? '' },
  })
  expect(other.ok(), await other.text()).toBe(true)

  await page.getByRole('button', { name: 'Lagre endringene' }).click()
  await page.getByText('Noen andre i bedriften har lagret løsningen mens du skrev').waitFor()
  await page.getByText(/Modenhet, Referanser og Nettsted/).waitFor()
  window.faults.length = 0 // the browser logs the 412 that this was about
  await page.getByRole('button', { name: 'Behold mitt, og skriv over' }).click()
  await heading(page, 'Sonemåling som finner vannlekkasjer')
  await page.getByText('Tre kommuner').waitFor()
  await page.getByText('Dette er et utkast. Bare dere ser det.').waitFor()
})

test('the pages of a business are sound in the other languages, narrow and dark', async () => {
  const window = await newWindow({ width: 320, scheme: 'dark' })
  await signInAs(window, 'supplier')
  for (const path of ['/nn/business', '/en/business/solutions', '/nn/business/solutions/new', '/en/business/solutions/new']) {
    await window.open(path)
    await expectSound(window.page)
  }
})
