import { expect, test } from 'vitest'
import { expectNoOverflow, expectSound } from './rules'
import { useStage } from './stage'

const { as } = useStage()

// One story: each test goes on where the one before left off. Ål considers, as the demonstration has it.

test('a coordinator sees who decided what and who is missing, filters by cohort, and records what the regional council said', async () => {
  const { page } = await as('coordinator', '/nb/region/members')
  await page.getByText('5 av 6 kommuner har svart. Mangler: Ål.').waitFor()
  await page.getByLabel('Kull', { exact: true }).selectOption('Kull 1')
  await page.getByText('3 av 3 kommuner har svart. Ingen mangler.').waitFor()
  await page.getByLabel('Kull', { exact: true }).selectOption('')
  await page.getByRole('button', { name: 'Sett i gang – Hol' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Sett i gang' }).click()
  await expect.poll(() => page.getByRole('row', { name: /^Hol Deltar/ }).count()).toBe(1)
  await page.getByRole('button', { name: 'Registrer behandling' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Anbefalte kommunene å delta').check()
  await dialog.getByRole('textbox', { name: 'Organ' }).fill('Regionrådet')
  await dialog.getByLabel('Dato').fill('2026-01-15')
  await dialog.getByRole('button', { name: 'Lagre' }).click()
  await page.getByText('Anbefalte kommunene å delta').waitFor()
  await page.getByText('5 av 6 kommuner har svart. Mangler: Ål.').waitFor()
  await expectSound(page)
})

test('anybody reads the invitation and the case paper, in both forms, on a phone too', async () => {
  const { page } = await as(undefined, '/nb/status', { width: 320 })
  const regions = (await (await page.request.get('/api/v1/regions?kind=council')).json()) as { items: { id: string }[] }
  const region = regions.items[0]?.id ?? ''
  const { municipalities } = (await (await page.request.get(`/api/v1/regions/${region}`)).json()) as { municipalities: { id: string; name: string }[] }
  const al = municipalities.find(({ name }) => name === 'Ål')?.id ?? ''
  await page.goto(`/nb/join/${region}/${al}`)
  await page.getByText('Ingen deltakeravgift.').waitFor()
  await expectSound(page)
  await page.getByRole('link', { name: 'Se saksfremlegget' }).click()
  await page.getByRole('heading', { name: 'Forslag til vedtak' }).waitFor()
  await page.getByLabel('Nynorsk', { exact: true }).check()
  await page.getByRole('heading', { name: 'Framlegg til vedtak' }).waitFor()
  await expectNoOverflow(page)
  await expectSound(page)
  const file = page.getByRole('link', { name: 'Last ned for redigering' })
  const answer = await page.request.get((await file.getAttribute('href')) ?? '')
  expect(answer.headers()['content-disposition']).toContain('attachment')
  expect(await answer.text()).toContain('Ål deltek i Løftet')
})

test('an officer names the team and sees it filled, and who is asked', async () => {
  const { page } = await as('respondent', '/nb/municipality')
  await page.getByRole('heading', { name: 'Kom i gang' }).waitFor()
  await page.getByText('Hvem kan svare på det som mangler').click()
  await page.getByText('Innkjøpsansvarlig – Innkjøpsansvarlig i Nesbyen').waitFor()
  await page.getByRole('link', { name: /^Sett navn på toppleder/ }).click()
  await page.getByText('Mangler: næringsutvikler.').waitFor()
  await page.getByRole('button', { name: 'Sett inn' }).click()
  await page.locator('.ds-error-summary').getByText('Skriv navnet.').waitFor()
  await page.getByLabel('Navn').fill('Næringsutvikler i Nesbyen')
  await page.getByLabel('E-post i arbeidet').fill('naering@nesbyen.example')
  await page.getByRole('button', { name: 'Sett inn' }).click()
  await page.getByText('Næringsutvikler i Nesbyen er satt inn som næringsutvikler.').waitFor()
  await expect.poll(() => page.getByText('Mangler: næringsutvikler.').count()).toBe(0)
  await expectSound(page)
})

test('an administrator mends the decision, and hands everything over when somebody leaves', async () => {
  const window = await as('municipality_admin', '/nb/municipality/joining')
  const { page } = window
  await page.getByText('Rett det som er registrert').click()
  await page.getByLabel('Saksnummer').fill('93/24')
  await page.getByRole('button', { name: 'Registrer vedtaket' }).click()
  await page.locator('.facts').getByText('Kommunestyret, 5. desember 2024, 93/24').waitFor()
  await expectSound(page)
  await window.open('/nb/municipality/team')
  await page.getByLabel('Hvem slutter?').selectOption({ label: 'Saksbehandler i Nesbyen' })
  await page.getByLabel('Hvem tar over?').selectOption({ label: 'Administrator i Nesbyen' })
  await page.getByLabel('Første dag uten tilgang').fill('2099-01-01')
  await page.getByRole('button', { name: 'Overfør …' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Overfør alt' }).click()
  await page.getByText(/^Administrator i Nesbyen har overtatt. Roller: 1, deler i gruppen: 1, seksjoner: 0\./).waitFor()
  await expectSound(page)
})

test('the history of a participation tells who did what', async () => {
  const { page } = await as('approver', '/nb/municipality/joining')
  const history = page.getByRole('region', { name: 'Historikken' })
  await history.getByText('Vedtok å bli med').or(history.getByText('Meldte at kommunen allerede er med')).first().waitFor()
  await expectSound(page)
})
