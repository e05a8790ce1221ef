import { expect, test } from 'vitest'
import { expectSound } from './rules'
import { useStage } from './stage'

const { as } = useStage()

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
  await page.getByRole('heading', { name: 'Svakheter (1)' }).waitFor()
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
