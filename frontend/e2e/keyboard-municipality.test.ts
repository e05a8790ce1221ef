import { expect, test } from 'vitest'
import type { Visit } from './browser'
import { atKeyboard } from './keyboard'
import { onlyGoals, running } from './responses'
import { useStage } from './stage'

const { as } = useStage()

async function signedIn(role: string): Promise<{ window: Visit; keys: ReturnType<typeof atKeyboard> }> {
  const window = await as(role, '/nb/municipality')
  return { window, keys: atKeyboard(window.page) }
}

// One story: the approver goes on where the respondent left off. No mouse, and no control that is found by anything but Tab.

test('a respondent fills in, mends a fault, checks and sends for approval', async () => {
  const { window, keys } = await signedIn('respondent')
  const { page } = window
  await onlyGoals(window, await running(window), 16)
  await keys.press(page.getByRole('link', { name: /^Begynn å svare/ }))
  await keys.arrive('Kartlegging 2026')
  await keys.press(page.locator('.task').getByRole('link', { name: /Fred/ }))
  await keys.arrive(/^Mål 16/)

  const turnout = page.locator('.question', { hasText: 'Valgdeltakelse' })
  await keys.press(turnout.getByRole('button', { name: /^Bekreft/ }), 'Space')
  await turnout.getByText('Bekreftet', { exact: true }).waitFor()
  await keys.settle()

  const crime = page.locator('.question', { hasText: 'Anmeldte lovbrudd' })
  await keys.press(crime.getByText('Kan dere ikke svare?'))
  await keys.pick(crime.getByLabel('Vi har ikke tall'))
  await crime.getByText('Ikke ferdig', { exact: true }).waitFor()
  const open = page.locator('.question', { hasText: 'Åpenhet' })
  for (const part of [1, 2, 3]) await keys.pick(open.getByRole('group').nth(part).getByLabel('Ja'))
  await open.getByText(/Regnet ut av svarene: 3/).waitFor()

  const go = page.getByRole('button', { name: /^Lagre og gå til/ })
  await keys.press(go)
  const reason = crime.getByLabel('Hvorfor?')
  await keys.mend(/./, reason)
  await keys.type(reason, 'Politiet har ikke levert tallene.')
  await keys.press(go)
  await keys.arrive('Kartlegging 2026')

  await keys.press(page.getByRole('link', { name: 'Kontroller svarene og send til godkjenning' }))
  await keys.arrive('Kontroller svarene')
  await keys.press(page.getByRole('button', { name: 'Send til godkjenning' }))
  await page.getByText('Besvarelsen ligger hos godkjenneren.').waitFor()
  await keys.arrive('Kartlegging 2026')
})

test('an approver reads, approves, submits and gets the receipt', async () => {
  const { window, keys } = await signedIn('approver')
  const { page } = window
  await keys.press(page.locator('.own-round', { hasText: 'Kartlegging 2026' }).getByRole('link').first())
  await keys.arrive('Kartlegging 2026')
  await keys.press(page.getByRole('link', { name: 'Les og godkjenn' }))
  await keys.arrive('Les og godkjenn')

  // Sending back without a reason is refused, and leads to the field.
  await keys.press(page.getByRole('button', { name: 'Send tilbake til utfylleren' }))
  await keys.mend(/./, page.getByLabel('Hva må rettes?'))

  const approve = page.getByRole('button', { name: 'Godkjenn svarene' })
  await keys.to(approve, 'Shift+Tab')
  await keys.press(approve)
  await page.getByRole('button', { name: 'Send inn besvarelsen' }).waitFor()
  await keys.settle()
  await keys.press(page.getByRole('button', { name: 'Send inn besvarelsen' }))
  await keys.arrive('Kvittering')
  expect(await page.locator('.receipt__number').textContent()).toMatch(/^L2026-/)
})
