import { expect, test } from 'vitest'
import { signInAs, standing, type Visit, type VisitOptions } from './browser'
import { onlyGoals, running } from './responses'
import { expectNoOverflow, expectSound } from './rules'
import { useStage } from './stage'

const { as } = useStage()

// One story: each test goes on where the one before left off.

test('a respondent finds the round, leaves a goal out and takes it in again', async () => {
  const { page } = await as('respondent', '/nb/municipality')
  await expectSound(page)
  await page.getByRole('link', { name: /^Begynn å svare/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Kartlegging 2026' }).waitFor()
  await page.getByText('Lagret, ikke sendt inn').waitFor()
  const state = page.locator('.task', { hasText: 'Utrydde sult' }).locator('.task__state')
  const task = page.url()
  const choices = page.getByRole('link', { name: 'Velg mål og indikatorer' })
  await choices.click()
  await page.getByText(/^Målene: /).click()
  await page.getByRole('button', { name: 'Utelat – Mål 2', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Utelat' }).click()
  await dialog.getByText('Skriv en begrunnelse').first().waitFor() // without a reason nothing is left out
  await dialog.getByLabel('Begrunnelse').fill('Ikke vårt ansvar')
  await dialog.getByRole('button', { name: 'Utelat' }).click()
  const out = page.getByRole('region', { name: 'Målene' }).getByText('Målet er utelatt')
  await out.waitFor()
  await page.getByText('Ikke vårt ansvar').waitFor()
  await page.goto(task)
  await expect.poll(() => state.textContent()).toBe('Utelatt')
  await choices.click()
  await page.getByRole('button', { name: 'Ta med igjen – Mål 2' }).click()
  await dialog.getByRole('button', { name: 'Ta med' }).click()
  await out.waitFor({ state: 'detached' })
  await page.goto(task)
  await expect.poll(() => state.textContent()).toBe('Ikke påbegynt')
  await expectSound(page)
})

test('confirms a statistic by one press, and corrects it with a reason', async () => {
  const window = await as('respondent', '/nb/municipality')
  const { page } = window
  const response = await running(window)
  await onlyGoals(window, response, 16)
  await window.open(`/nb/municipality/rounds/${response}/goals/16`)
  const turnout = page.locator('.question', { hasText: 'Valgdeltakelse' })
  const field = turnout.getByRole('textbox').first()
  await turnout.getByText('Fra statistikk, ikke bekreftet').waitFor()
  const figure = (await turnout.locator('.statistic strong').textContent()) ?? ''
  await turnout.getByRole('button', { name: `Bekreft ${figure}` }).click()
  await turnout.getByText('Bekreftet', { exact: true }).waitFor()
  expect(`${await field.inputValue()}\u00a0%`).toBe(figure)

  await field.fill('66,2')
  const reason = turnout.getByLabel('Hvorfor avviker tallet fra statistikken?')
  await reason.waitFor()
  await turnout.getByText('Ikke ferdig', { exact: true }).waitFor()
  await reason.fill('Forhåndsstemmene manglet.')
  await reason.blur()
  await turnout.getByText('Rettet', { exact: true }).waitFor()
  await page.getByText(/^Lagret \d\d:\d\d – ikke sendt inn$/).first().waitFor()
  expect(await turnout.locator('.statistic strong').textContent()).toBe(figure)
  await turnout.getByText('Dere har rettet det til 66,2').waitFor()
  await turnout.getByText('Prioriterer kommunen dette?', { exact: true }).click()
  const priority = turnout.getByLabel('Hvorfor prioriterer kommunen dette?')
  await priority.fill('Kommunestyret vil ha flere til urnene.')
  await priority.blur()
  await turnout.getByText('Kommunen prioriterer dette', { exact: true }).waitFor()
  await page.getByText(/^Lagret \d\d:\d\d – ikke sendt inn$/).first().waitFor()
  await page.reload()
  await standing(page)
  expect(await field.inputValue()).toBe('66,2')
  expect(await priority.inputValue()).toBe('Kommunestyret vil ha flere til urnene.')
  await turnout.getByRole('button', { name: /^Historikk/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('row').nth(2).waitFor()
  await expectSound(page)
  await page.keyboard.press('Escape')
})

test('says that there is no figure, but not without a reason; answers in parts are worked out', async () => {
  const window = await as('respondent', '/nb/municipality')
  const { page } = window
  const response = await running(window)
  await window.open(`/nb/municipality/rounds/${response}/goals/16`)
  const crime = page.locator('.question', { hasText: 'Anmeldte lovbrudd' })
  await crime.getByText('Kan dere ikke svare?').click()
  await crime.getByLabel('Vi har ikke tall').check()
  await crime.getByText('Ikke ferdig', { exact: true }).waitFor()
  await page.reload()
  await standing(page)
  // Half filled in and not on the server, but still where it was typed.
  await crime.getByText('Ikke ferdig', { exact: true }).waitFor()
  expect(await crime.getByLabel('Vi har ikke tall').isChecked()).toBe(true)
  const open = page.locator('.question', { hasText: 'Åpenhet' })
  for (const [part, answer] of [[0, 'Ja'], [1, 'Ja'], [2, 'Nei']] as const) await open.getByRole('group').nth(part + 1).getByLabel(answer).check()
  await open.getByText(/Regnet ut av svarene: 2/).waitFor()

  await page.getByRole('button', { name: /^Lagre og gå til/ }).click()
  const summary = page.getByRole('group', { name: 'Det er ett problem' })
  await summary.waitFor()
  await expect.poll(() => page.title()).toMatch(/^Feil: /)
  await expectNoOverflow(page)
  await summary.getByRole('link').click()
  const reason = crime.getByLabel('Hvorfor?')
  await expect.poll(() => reason.evaluate((element) => element === document.activeElement)).toBe(true)
  await reason.fill('Politiet har ikke levert tallene.')
  await page.getByRole('button', { name: /^Lagre og gå til/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Kartlegging 2026' }).waitFor()
  await page.getByText('1 av 1 mål er ferdig').waitFor()
})

test('without network nothing typed is lost', async () => {
  const window = await as('respondent', '/nb/municipality')
  const { page, context } = window
  const response = await running(window)
  await window.open(`/nb/municipality/rounds/${response}/goals/16`)
  const crime = page.locator('.question', { hasText: 'Anmeldte lovbrudd' })
  await context.setOffline(true)
  await crime.getByLabel('Hvorfor?').fill('Politiet leverer tallene i mars.')
  await page.getByText('Ikke lagret: du er uten nett.').waitFor()
  await context.setOffline(false)
  await page.getByText(/^Lagret \d\d:\d\d – ikke sendt inn$/).first().waitFor()
  window.faults.length = 0 // the browser itself complains of the network that was taken away
  await page.reload()
  await standing(page)
  expect(await crime.getByLabel('Hvorfor?').inputValue()).toBe('Politiet leverer tallene i mars.')
})

test.each([320, 1280])('what one goes on with is never below the bar that says what is saved, at %i px', async (width) => {
  const window = await as('respondent', '/nb/municipality', { width })
  const { page } = window
  await window.open(`/nb/municipality/rounds/${await running(window)}/goals/16`)
  const go = page.getByRole('button', { name: /^Lagre og gå til/ })
  // Just come into sight, at the lower edge of the window.
  await go.evaluate((button) => scrollTo(0, scrollY + button.getBoundingClientRect().bottom - innerHeight))
  expect(
    await go.evaluate((button) => {
      const { left, width: wide, top, height } = button.getBoundingClientRect()
      return button.contains(document.elementFromPoint(left + wide / 2, top + height / 2))
    }),
  ).toBe(true)
})

test('two people in one answer: both values are shown, and one is chosen', async () => {
  const first = await as('respondent', '/nb/municipality')
  const response = await running(first)
  const path = `/nb/municipality/rounds/${response}/goals/16`
  await first.open(path)
  const second = await as('municipality_admin', path)
  const turnout = (window: Visit) => window.page.locator('.question', { hasText: 'Valgdeltakelse' })
  const change = async (window: Visit, value: string) => {
    await turnout(window).getByRole('textbox').first().fill(value)
    await turnout(window).getByRole('textbox').first().blur()
  }
  await change(first, '66,3')
  await first.page.getByText(/^Lagret \d\d:\d\d – ikke sendt inn$/).first().waitFor()
  await change(second, '66,4')
  await turnout(second).getByText('To har endret').waitFor()
  await turnout(second).locator('.alert').getByText('66,3').waitFor()
  await turnout(second).locator('.alert').getByText('66,4').waitFor()
  await expectSound(second.page)
  await turnout(second).getByRole('button', { name: 'Bruk det andre' }).click()
  expect(await turnout(second).getByRole('textbox').first().inputValue()).toBe('66,3')
  second.faults.length = 0 // the browser logs the 412 that this was about
})

test('somebody else who signs in in another window finds nothing of this one, which begins anew', async () => {
  const window = await as('respondent', '/nb/municipality')
  const { page, context } = window
  await window.open(`/nb/municipality/rounds/${await running(window)}/goals/16`)
  const turnout = page.locator('.question', { hasText: 'Valgdeltakelse' })
  await turnout.getByText('Kan dere ikke svare?').click()
  await turnout.getByLabel('Ikke aktuelt').check()
  await turnout.getByText('Ikke ferdig', { exact: true }).waitFor()
  const kept = () => page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('loftet.keep.')).length)
  await expect.poll(kept).toBe(1)

  const other = await context.newPage()
  await signInAs({ ...window, page: other }, 'municipality_admin')
  await other.goto('/nb/municipality')
  await page.getByRole('link', { name: 'Administrator i Nesbyen' }).waitFor()
  await standing(page)
  expect(await kept()).toBe(0)
  expect(await turnout.getByLabel('Ikke aktuelt').isChecked()).toBe(false)
})

test('checks the answers, changes one and comes back, and sends them to the approver', async () => {
  const window = await as('respondent', '/nb/municipality')
  const { page } = window
  const response = await running(window)
  await window.open(`/nb/municipality/rounds/${response}/check`)
  await page.getByText('Politiet leverer tallene i mars.').waitFor()
  await expectSound(page)
  await page.getByRole('link', { name: /^Endre Valgdeltakelse/ }).click()
  await page.getByRole('heading', { level: 1, name: /^Mål 16/ }).waitFor()
  await page.getByRole('button', { name: 'Lagre og tilbake til kontrollen' }).click()
  await page.getByRole('heading', { level: 1, name: 'Kontroller svarene' }).waitFor()
  await page.getByRole('button', { name: 'Send til godkjenning' }).click()
  await page.getByText('Besvarelsen ligger hos godkjenneren.').waitFor()
  expect(await page.getByRole('link', { name: 'Les alle svarene' }).count()).toBe(1)
})

test('the approver sends it back with a reason, and the respondent sees it', async () => {
  const approver = await as('approver', '/nb/municipality')
  const response = await running(approver)
  await approver.open(`/nb/municipality/rounds/${response}/review`)
  const { page } = approver
  await page.getByRole('button', { name: 'Send tilbake til utfylleren' }).click()
  await page.getByRole('group', { name: 'Det er ett problem' }).waitFor()
  await page.getByLabel('Hva må rettes?').fill('Sjekk valgdeltakelsen en gang til.')
  await page.getByRole('button', { name: 'Send tilbake til utfylleren' }).click()
  await page.getByRole('heading', { level: 1, name: 'Kartlegging 2026' }).waitFor()

  const respondent = await as('respondent', `/nb/municipality/rounds/${response}`)
  await respondent.page.getByText('Sjekk valgdeltakelsen en gang til.').waitFor()
  await expectSound(respondent.page)
  await respondent.page.getByRole('link', { name: 'Kontroller svarene og send til godkjenning' }).click()
  await respondent.page.getByRole('button', { name: 'Send til godkjenning' }).click()
  await respondent.page.getByText('Besvarelsen ligger hos godkjenneren.').waitFor()
})

test('the approver approves and submits, and gets a receipt that stays', async () => {
  const window = await as('approver', '/nb/municipality')
  const { page } = window
  const response = await running(window)
  await page.goto(`/nb/municipality/rounds/${response}`)
  await page.getByRole('link', { name: 'Les og godkjenn' }).click()
  await page.getByRole('heading', { level: 1, name: 'Les og godkjenn' }).waitFor()
  await expectSound(page)
  await page.getByRole('button', { name: 'Godkjenn svarene' }).click()
  await page.getByRole('button', { name: 'Send inn besvarelsen' }).click()
  await page.getByRole('heading', { level: 1, name: 'Kvittering' }).waitFor()
  await standing(page)
  const receipt = await page.locator('.receipt__number').textContent()
  expect(receipt).toMatch(/^L2026-/)
  await expectSound(page)
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Last ned det som ble sendt inn (JSON)' }).click()])
  expect(file.suggestedFilename()).toBe(`${receipt}.json`)
  await page.reload()
  await standing(page)
  expect(await page.locator('.receipt__number').textContent()).toBe(receipt)
  await page.goto('/nb/municipality')
  await standing(page)
  await page.locator('.own-round', { hasText: 'Kartlegging 2026' }).getByText('Sendt inn').waitFor()
})

test('the approver opens it again for a correction, and the receipt still stands', async () => {
  const window = await as('approver', '/nb/municipality')
  const { page } = window
  const response = await running(window)
  await window.open(`/nb/municipality/rounds/${response}`)
  await page.getByRole('button', { name: 'Rett noe i besvarelsen' }).click()
  await page.getByLabel('Hva skal rettes?').fill('Et tall er kommet til.')
  await page.getByRole('button', { name: 'Åpne for retting' }).click()
  await page.getByText('Utgave 1 er sendt inn og gjelder til dere sender en ny.').waitFor()
  await page.getByRole('link', { name: 'Kvittering for den første innsendingen' }).click()
  await page.getByRole('heading', { level: 1, name: 'Kvittering' }).waitFor()
})

test.each([
  ['nn', { width: 320 }],
  ['en', { scheme: 'dark' }],
] as [language: string, options: VisitOptions][])('the pages of a response are sound in %s, %o', async (language, options) => {
  const window = await as('respondent', `/${language}/municipality`, options)
  const response = await running(window)
  for (const page of ['', '/goals/12', '/goals/16', '/check', '/review', '/receipt']) {
    await window.open(`/${language}/municipality/rounds/${response}${page}`)
    await expectSound(window.page)
  }
})
