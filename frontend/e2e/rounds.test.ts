import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { standing } from './browser'
import { letterTo } from './mail'
import { expectSound } from './rules'
import { useStage } from './stage'

const stage = useStage()
const { as } = stage

test('the status of a region is looked at by cohort, and the address, the table and the files hold it', async () => {
  const { page } = await as('coordinator', '/nb/region/status')
  await page.getByLabel('Kull', { exact: true }).selectOption('Kull 1')
  await page.getByText('Bare kommunene i Kull 1 er med').waitFor()
  expect(new URL(page.url()).searchParams.get('cohort')).toBe('Kull 1')
  expect(await page.getByRole('row', { name: /^(Gol|Flå|Nesbyen)/ }).count()).toBeGreaterThanOrEqual(3)
  expect(await page.getByRole('row', { name: /^(Hol|Hemsedal|Ål)/ }).count()).toBe(0)
  await expectSound(page)
})

test('a municipality writes a weakness down, sees its history, and that it no longer holds', async () => {
  const { page } = await as('respondent', '/nb/municipality/strengths?goal=13')
  await page.getByRole('button', { name: 'Lagre' }).click()
  await page.getByRole('heading', { name: /Det er 3 problemer/ }).waitFor()
  await page.getByRole('radio', { name: 'Svakhet' }).check()
  await page.getByLabel('Beskrivelse').fill('Bare én kan føre klimaregnskapet')
  await page.getByLabel('Når dere så det').fill('2026-01-15')
  await page.getByLabel('Kilde').fill('Samling i januar')
  await page.getByRole('button', { name: 'Lagre' }).click()
  await page.getByRole('heading', { name: 'Svakheter (3)' }).waitFor()
  await expectSound(page)
  await page.getByRole('button', { name: /^Rediger: Bare én/ }).click()
  await page.getByLabel('Dette gjelder ikke lenger').check()
  await page.getByLabel('Fra hvilken dag').fill('2026-02-20')
  await page.getByLabel('Hvorfor').fill('To er lært opp')
  await page.getByRole('button', { name: 'Lagre' }).click()
  await page.getByRole('heading', { name: 'Gjelder ikke lenger' }).waitFor()
  await page.getByRole('button', { name: /^Historikk.*Bare én|Bare én.*[Hh]istorikk/ }).click()
  await expect.poll(() => page.getByRole('dialog').getByRole('row').count()).toBe(3)
})

// From here on one story: a round of a cohort, from the plan to the hours that it took. Each test goes on
// where the one before left off.

const name = 'Kartlegging av kull 1'
/** A day so many days from now, as a date field wants it. */
const day = (away: number) => new Date(Date.now() + away * 86_400_000).toISOString().slice(0, 10)

const toRound = async (page: Page) => {
  await page.getByRole('main').getByRole('link', { name, exact: true }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await standing(page)
}

test('a coordinator plans a round for one cohort, and opens it for its municipalities alone', async () => {
  const { page } = await as('coordinator', '/nb/region/rounds/new')
  await page.getByLabel('Navn').fill(name)
  await page.getByLabel('Åpner').fill(day(-1))
  await page.getByLabel('Siste dag for å svare').fill(day(30))
  await page.getByLabel('År tallene gjelder for').fill(day(0).slice(0, 4))
  await page.getByLabel('Hvem runden er for').selectOption('Kull 1')
  await expectSound(page)
  await page.getByRole('button', { name: 'Lagre utkastet' }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await page.getByRole('button', { name: 'Åpne runden' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Åpne runden' }).click()
  await page.getByText('Runden er nå: åpen.').waitFor()
  await standing(page)
  const progress = page.getByRole('table', { name: 'Hvor langt hver kommune er kommet' })
  await expect.poll(() => progress.getByRole('rowheader').allTextContents()).toEqual(['Flå', 'Gol', 'Nesbyen'])
  await expectSound(page)
})

test('a municipality leaves out a goal and an indicator, and takes in what is offered beside, each with its reason', async () => {
  const { page } = await as('respondent', '/nb/municipality')
  await toRound(page)
  await page.getByRole('main').getByRole('link', { name: 'Velg mål og indikatorer' }).click()
  await page.getByRole('heading', { level: 1, name: 'Velg mål og indikatorer' }).waitFor()
  const dialog = page.getByRole('dialog')
  await page.getByText(/^Målene:/).click()
  await page.getByRole('button', { name: 'Utelat – Mål 14' }).click()
  await dialog.getByRole('button', { name: 'Utelat' }).click()
  await dialog.locator('.ds-error-summary').getByText('Skriv en begrunnelse på minst 3 tegn.').waitFor()
  await dialog.getByLabel('Begrunnelse').fill('Kommunen har ikke kyst.')
  await dialog.getByRole('button', { name: 'Utelat' }).click()
  await page.getByText('Kommunen har ikke kyst.').waitFor()

  await page.getByLabel('Mål', { exact: true }).selectOption('16')
  await page.getByRole('button', { name: /^Utelat: / }).first().click()
  await dialog.getByLabel('Begrunnelse').fill('Vi måler det neste år.')
  await dialog.getByRole('button', { name: 'Utelat' }).click()
  await page.getByText('Vi måler det neste år.').waitFor()

  await page.getByLabel('Mål', { exact: true }).selectOption('')
  await page.getByLabel('Felles eller tillegg').selectOption('additional')
  await page.getByRole('button', { name: 'Ta med: Utslippsfrie kjøretøy i kommunens egen bilpark' }).click()
  await dialog.getByLabel('Begrunnelse').fill('Bilparken skal skiftes ut.')
  await dialog.getByRole('button', { name: 'Ta med' }).click()
  await page.getByText('Bilparken skal skiftes ut.').waitFor()
  await expectSound(page)

  await page.getByRole('link', { name: 'Til målene' }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await page.locator('.task a[href$="/goals/9"]').click()
  await page.getByText('Utslippsfrie kjøretøy i kommunens egen bilpark').first().waitFor()
})

test('the day is moved with a reason, which the municipality reads and gets by mail', async () => {
  const { page } = await as('coordinator', '/nb/region/rounds')
  await toRound(page)
  await page.getByRole('button', { name: 'Forleng fristen' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Ny siste dag').fill(day(45))
  await dialog.getByLabel('Begrunnelse').fill('Budsjettarbeidet tar november.')
  await dialog.getByRole('button', { name: 'Forleng fristen' }).click()
  await page.getByText('Budsjettarbeidet tar november.').waitFor()
  await letterTo(stage.service, 'svar@nesbyen.example', 'Budsjettarbeidet tar november.')

  const respondent = await as('respondent', '/nb/municipality')
  await toRound(respondent.page)
  await respondent.page.getByText('Budsjettarbeidet tar november.').waitFor()
  await respondent.page.getByText(/^Fristen er flyttet fra/).waitFor()
})

test('the times of the reminders are set, and one is sent to those who have not submitted', async () => {
  const window = await as('coordinator', '/nb/region/rounds')
  const { page } = window
  await toRound(page)
  const reminders = page.getByRole('region', { name: 'Påminnelser på e-post' })
  const times = reminders.getByText('kommer', { exact: true })
  await expect.poll(() => times.count()).toBe(3)
  await reminders.getByRole('button', { name: 'Endre tidspunktene' }).click()
  await reminders.getByLabel('Tidspunkt 1', { exact: true }).fill(`${day(60)}T08:00`)
  await reminders.getByRole('button', { name: 'Ta bort tidspunkt 3' }).click()
  await reminders.getByRole('button', { name: 'Lagre' }).click()
  await reminders.locator('.ds-error-summary').waitFor()
  window.faults.length = 0 // the browser logs the refusal that this was about
  await reminders.getByLabel('Tidspunkt 1', { exact: true }).fill(`${day(20)}T09:30`)
  await reminders.getByRole('button', { name: 'Lagre' }).click()
  await expect.poll(() => times.count()).toBe(2)
  await reminders.getByText(/09[:.]30/).waitFor()
  await expectSound(page)

  await reminders.getByRole('button', { name: 'Send påminnelse nå' }).click()
  await page.getByRole('dialog').getByText('3 kommuner har ikke sendt inn.').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Send påminnelse nå' }).click()
  await reminders.getByText(/^sendt .* til \d+ personer$/).waitFor()
  expect(await letterTo(stage.service, 'svar@nesbyen.example', 'Dette gjenst')).toContain(name)
})

test('hours are logged by a municipality, and summed for the region', async () => {
  const { page } = await as('respondent', '/nb/municipality/efforts')
  const log = async (hours: string, activity: string) => {
    await page.getByLabel('Runde', { exact: true }).selectOption({ label: name })
    await page.getByLabel('Dag', { exact: true }).fill(day(-1))
    await page.getByRole('textbox', { name: 'Timer' }).fill(hours)
    await page.getByLabel('Hva tiden gikk til').selectOption({ label: activity })
    await page.getByRole('button', { name: 'Lagre' }).click()
  }
  await log('2,5', 'Fylle ut')
  await expect.poll(() => page.getByRole('row', { name: new RegExp(name) }).count()).toBe(1)
  await log('1,5', 'Samlinger')
  await expect.poll(() => page.getByRole('row', { name: new RegExp(name) }).count()).toBe(2)
  await expectSound(page)

  const coordinator = await as('coordinator', '/nb/region/rounds')
  await toRound(coordinator.page)
  const efforts = coordinator.page.getByRole('region', { name: 'Egeninnsats i kommunene' })
  await efforts.getByText('4,0 timer er ført i 1 av 3 kommuner.').waitFor()
  await efforts.getByRole('row', { name: /^Nesbyen 4,0/ }).waitFor()
  const file = await coordinator.context.request.get((await efforts.getByRole('link', { name: /CSV/ }).getAttribute('href')) ?? '')
  expect(await file.text()).toMatch(/Nesbyen.*4/)
})
