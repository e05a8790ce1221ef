import { expect, test } from 'vitest'
import { addressOf, standing, type Visit, type VisitOptions } from './browser'
import { expectSound } from './rules'
import { useStage } from './stage'

const stage = useStage()
let window: Visit

async function see(path: string, role?: string, options: VisitOptions = {}) {
  window = await stage.as(role, path, options)
  return window.page
}

test('signs in with one press in the demonstration, and comes back to where one was going', async () => {
  const page = await see('/nb/municipality/results')
  expect((await addressOf(page)).pathname).toBe('/nb/sign-in')
  await expectSound(page)
  await page.getByRole('button', { name: 'Logg inn som utfyller for Nesbyen' }).click()
  await page.getByRole('heading', { level: 1, name: 'Resultater' }).waitFor()
  await page.getByRole('button', { name: 'Logg ut' }).click()
  await page.getByRole('link', { name: 'Logg inn' }).first().waitFor()
})

test('a wrong password says so, keeps what was typed, and leads to the fields', async () => {
  const page = await see('/nb/sign-in')
  await page.getByRole('button', { name: 'Logg inn', exact: true }).first().click()
  await page.getByRole('group', { name: 'Det er 2 problemer' }).waitFor()
  await expect.poll(() => page.title()).toBe('Feil: Logg inn – Løftet')
  await page.getByLabel('E-post').fill('svar@nesbyen.example')
  await page.getByLabel('Passord', { exact: true }).fill('feil passord her')
  await page.getByLabel('Passord', { exact: true }).press('Enter')
  await page.getByText('E-posten eller passordet stemmer ikke.').waitFor()
  expect(await page.getByLabel('E-post').inputValue()).toBe('svar@nesbyen.example')
  window.faults.length = 0 // the browser logs the 401 that this was about
})

test('asking for a new password tells nothing of who exists', async () => {
  const page = await see('/nb/forgot-password')
  await expectSound(page)
  await page.getByLabel('E-post').fill('ingen@nesbyen.example')
  await page.getByRole('button', { name: 'Send lenke' }).click()
  await page.getByRole('heading', { level: 1, name: 'Se i e-posten din' }).waitFor()
  await expectSound(page)
})

test('the token of a mailed link leaves the address at once, and a dead one leads on', async () => {
  const page = await see('/nb/set-password#token=a-token-that-nobody-mailed')
  expect((await addressOf(page)).href).toBe(`${stage.service.address}/nb/set-password`)
  await expectSound(page)
  await page.getByLabel('Nytt passord').fill('en lang setning jeg husker')
  await page.getByRole('button', { name: 'Lagre og logg inn' }).click()
  await page.getByText('Lenken er brukt eller for gammel.').waitFor()
  window.faults.length = 0 // the browser logs the refusal that this was about
  await page.getByRole('link', { name: 'Be om en ny lenke' }).click()
  await page.getByRole('heading', { level: 1, name: 'Glemt passordet' }).waitFor()
})

test('changes name and language of one’s own account', async () => {
  const page = await see('/nb/account', 'respondent')
  await expectSound(page)
  await page.getByLabel('Navn').fill('Rådgiver i Nesbyen')
  await page.getByRole('radio', { name: 'Nynorsk' }).check()
  await page.getByRole('button', { name: 'Lagre' }).click()
  await page.getByText('Endringene er lagret.').waitFor()
  await page.getByRole('banner').getByText('Rådgiver i Nesbyen').waitFor()
  await page.reload()
  await standing(page)
  expect(await page.getByLabel('Navn').inputValue()).toBe('Rådgiver i Nesbyen')
})

test('an administrator gives a role, and ends it again', async () => {
  const page = await see('/nb/organisation', 'municipality_admin')
  await expectSound(page)
  await page.getByRole('button', { name: 'Gi rollen' }).click()
  await page.getByRole('group', { name: 'Det er 3 problemer' }).waitFor()
  await page.getByLabel('Navn').fill('Ny utfyller i Nesbyen')
  await page.getByLabel('E-post', { exact: true }).fill('ny@nesbyen.example')
  await page.getByRole('radio', { name: 'Utfyller' }).check()
  await page.getByRole('button', { name: 'Gi rollen' }).click()
  await page.getByText('Ny utfyller i Nesbyen har fått rollen utfyller.').waitFor()
  const row = page.getByRole('row', { name: /Ny utfyller i Nesbyen/ })
  await row.getByText('Invitert, ikke logget inn ennå').waitFor()
  await row.getByRole('button', { name: /^Avslutt rollen/ }).click()
  await expectSound(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Avslutt', exact: true }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await expect.poll(() => row.getByRole('button').count()).toBe(0)
})

test('chooses to show the municipality’s own figures to everyone', async () => {
  const page = await see('/nb/organisation', 'municipality_admin')
  await page.getByLabel('Vis kommunens egne tall for alle').check()
  await page.getByRole('button', { name: 'Lagre' }).click()
  await page.getByText('Endringene er lagret.').waitFor()
  await page.reload()
  await standing(page)
  expect(await page.getByLabel('Vis kommunens egne tall for alle').isChecked()).toBe(true)
})

test('signs out everywhere', async () => {
  const page = await see('/nb/account', 'council_member')
  await page.getByRole('button', { name: 'Logg ut overalt' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Logg ut overalt' }).click()
  await page.getByRole('link', { name: 'Logg inn' }).first().waitFor()
  await page.goto('/nb/account')
  await page.getByRole('heading', { level: 1, name: 'Logg inn' }).waitFor()
})

test.each([
  ['/nn/sign-in', undefined, { width: 320 }],
  ['/en/sign-in', undefined, { scheme: 'dark' }],
  ['/nn/account', 'respondent', { scheme: 'dark' }],
  ['/en/account', 'approver', { width: 320 }],
  ['/nn/organisation', 'municipality_admin', { width: 320 }],
  ['/en/organisation', 'supplier', { scheme: 'dark' }],
  ['/nb/organisation', 'coordinator', {}],
] as [path: string, role: string | undefined, options: VisitOptions][])('%s as %s is sound in %o', async (path, role, options) => {
  await expectSound(await see(path, role, options))
})

test('an administrator erases somebody who asks for it, with a reason and a second yes', async () => {
  const page = await see('/nb/organisation', 'admin')
  const erase = page.getByRole('button', { name: 'Slett personen', exact: true })
  await erase.click()
  await page.getByRole('group', { name: 'Det er 2 problemer' }).waitFor()
  await page.getByLabel('E-posten til den som skal slettes').fill('ingen@nesbyen.example')
  await page.getByLabel('Hvorfor?').fill('Ba om det i brev.')
  await erase.click()
  await page.getByRole('button', { name: 'Ja, slett personen' }).click()
  await page.getByText('Ingen har en konto med denne adressen.').first().waitFor()
  window.faults.length = 0 // the browser logs the refusal that this was about
  await page.getByLabel('E-posten til den som skal slettes').fill('ny@nesbyen.example')
  await erase.click()
  await page.getByRole('button', { name: 'Ja, slett personen' }).click()
  await page.getByText('Personen er slettet.').waitFor()
  await expectSound(page)
})

test('reads and takes along what is stored about oneself, and erases the account by keyboard', async () => {
  const page = await see('/nb/account/data', 'respondent')
  await page.getByText('svar@nesbyen.example').first().waitFor()
  await expectSound(page)
  const file = await window.context.request.get('/api/v1/account/data')
  expect(((await file.json()) as { account: { email: string } }).account.email).toBe('svar@nesbyen.example')
  await page.goto(`${stage.service.address}/nb/account`)
  await page.getByText('Fjernet person').waitFor() // what stays is said before
  const password = page.getByLabel('Skriv passordet ditt for å slette kontoen')
  await password.press('Enter')
  await page.getByRole('group', { name: /problem/ }).waitFor()
  await password.fill('lofte-i-lag-2026')
  await password.press('Enter')
  const yes = page.getByRole('button', { name: 'Ja, slett kontoen min' })
  await yes.waitFor()
  await yes.focus()
  await yes.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Kontoen er slettet' }).waitFor()
  await page.getByRole('link', { name: 'Logg inn' }).first().waitFor()
  await expectSound(page)
})
