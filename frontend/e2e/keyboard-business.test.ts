import { expect, test } from 'vitest'
import { addressOf } from './browser'
import { atKeyboard } from './keyboard'
import { useStage } from './stage'

const { as } = useStage()

test('a business signs in, describes a solution and sends it', async () => {
  const { page } = await as(undefined, '/nb/sign-in')
  const keys = atKeyboard(page)
  await keys.type(page.getByLabel('E-post'), 'firma@fjellvann.example')
  await keys.type(page.getByLabel('Passord', { exact: true }), 'lofte-i-lag-2026')
  await page.keyboard.press('Enter')
  await keys.arrive('Behov som passer dere')
  await keys.press(page.getByRole('link', { name: 'Våre løsninger' }))
  await keys.arrive('Våre løsninger')
  await keys.press(page.getByRole('main').getByRole('link', { name: 'Beskriv en løsning' }))
  await keys.arrive('Beskriv en løsning')

  await keys.press(page.getByRole('button', { name: 'Lagre utkast' }))
  await keys.mend(/./, page.getByLabel('Tittel'))
  await keys.type(page.getByLabel('Tittel'), 'Lytteposter uten mus')
  await keys.type(page.getByLabel('Kort sammendrag'), 'Lytteposter på kummene varsler om lekkasje.')
  await keys.press(page.getByRole('checkbox', { name: /Rent vann/ }), 'Space')
  await keys.press(page.getByRole('checkbox', { name: /^6\.4/ }), 'Space')
  await keys.press(page.getByRole('button', { name: 'Legg til en indikator' }))
  await keys.settle()
  await keys.choose(page.getByLabel('Indikator', { exact: true }), /Lekkasje/)
  await keys.type(page.getByLabel('Hvor mye, og hvor fort?'), '5 prosentpoeng lavere på ett år')
  await keys.pick(page.getByRole('radio', { name: 'Vi har målt det hos kunder' }))
  await keys.type(page.getByRole('combobox', { name: 'CPV-koder' }), '38421100')
  await page.getByRole('listbox').getByRole('option').first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /Fjern 38421100/ }).waitFor()
  await keys.settle()
  await keys.choose(page.getByLabel('Hvor moden er den?'), /^8/)
  await keys.press(page.getByRole('button', { name: 'Lagre utkast' }))
  await keys.arrive('Lytteposter uten mus')

  const dialog = await keys.ask(page.getByRole('button', { name: 'Send til koordinator' }), /./)
  await keys.press(dialog.getByRole('button', { name: 'Send til koordinator' }))
  await page.getByText(/Sendt til koordinatoren .* Den er ikke publisert ennå/).waitFor()
  await keys.settle()
  expect((await addressOf(page)).pathname).toMatch(/^\/nb\/business\/solutions\/[^/]+$/)
})
