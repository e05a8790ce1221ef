import { expect, test } from 'vitest'
import { atKeyboard } from './keyboard'
import { useStage } from './stage'

const { as } = useStage()

// The same digits whichever of day and month stands first.
const date = (day: string) => `${day}${day}2027`

test('a coordinator makes a round, closes the one that runs and opens it again', async () => {
  const { page } = await as('coordinator', '/nb/region/rounds')
  const keys = atKeyboard(page)
  await keys.press(page.getByRole('link', { name: 'Planlegg en runde' }))
  await keys.arrive('Planlegg en runde')
  const save = page.getByRole('button', { name: 'Lagre utkastet' })
  await keys.press(save)
  await keys.mend('Skriv et navn på runden', page.locator('#name'))
  await page.keyboard.type('Kartlegging 2027')
  for (const [field, day] of [['Åpner', '02'], ['Siste dag for å svare', '05']] as const) {
    await keys.to(page.getByLabel(field))
    await page.keyboard.type(date(day))
    expect(await page.getByLabel(field).inputValue()).toBe(`2027-${day}-${day}`)
  }
  await keys.type(page.getByLabel('År tallene gjelder for'), '2027')
  await keys.press(save)
  await keys.arrive('Kartlegging 2027')
  for (const step of ['Kunngjør datoene', 'Åpne runden']) {
    const dialog = await keys.ask(page.getByRole('button', { name: step }), /Kartlegging 2027/)
    await keys.press(dialog.getByRole('button', { name: step }))
    await dialog.waitFor({ state: 'detached' })
    await keys.settle()
  }

  await keys.press(page.getByRole('navigation').getByRole('link', { name: 'Kartleggingsrunder' }))
  await keys.arrive('Kartleggingsrunder')
  await keys.press(page.getByRole('main').getByRole('link', { name: /Kartlegging 2026/ }).first())
  await keys.arrive('Kartlegging 2026')
  const close = await keys.ask(page.getByRole('button', { name: 'Lukk runden' }), 'Lukke Kartlegging 2026?')
  await keys.press(close.getByRole('button', { name: 'Lukk runden' }))
  await page.getByText('Runden er nå: lukket.').first().waitFor()
  await keys.settle()
  const again = await keys.ask(page.getByRole('button', { name: 'Åpne runden igjen' }), /./)
  await keys.press(again.getByRole('button', { name: 'Åpne runden igjen' }))
  await keys.mend(/./, again.getByLabel('Begrunnelse'))
  await keys.type(again.getByLabel('Begrunnelse'), 'Fire kommuner mangler')
  await keys.press(again.getByRole('button', { name: 'Åpne runden igjen' }))
  await page.getByText('Runden er nå: åpen.').first().waitFor()
  await keys.settle()
})

test('a coordinator confirms and publishes a need', async () => {
  const { page } = await as('coordinator', '/nb/region/needs')
  const keys = atKeyboard(page)
  await keys.choose(page.getByLabel('Runde', { exact: true }), 'Kartlegging 2025')
  await keys.settle()
  await keys.press(page.getByRole('link', { name: /husholdningsavfall per innbygger/ }))
  await keys.arrive(/husholdningsavfall/)
  await keys.press(page.getByRole('link', { name: 'Rediger tekstene' }))
  await keys.arrive('Rediger behovet')
  await keys.type(page.getByLabel('Spørsmålet som tittel'), 'Hvordan kan vi kaste mindre uten mus?')
  await keys.type(page.getByLabel('Årsaker'), 'Mange hytter og få returpunkter.')
  await keys.type(page.getByLabel('Ønsket effekt'), 'Mindre avfall per innbygger innen to år.')
  await keys.type(page.getByLabel('Tidsplan'), 'Dialog til høsten.')
  await keys.type(page.getByRole('combobox', { name: /CPV/ }), '90500000')
  await page.keyboard.press('Enter')
  await keys.type(page.getByLabel('Kontakt'), 'behov@hallingdal.example')
  await keys.to(page.getByLabel('Frist for å melde seg'))
  await page.keyboard.type(date('09'))
  await keys.press(page.getByRole('button', { name: 'Lagre' }))
  await keys.arrive('Hvordan kan vi kaste mindre uten mus?')

  await keys.press(page.getByRole('button', { name: 'Bekreft behovet' }))
  await page.getByText('Behovet er bekreftet.').first().waitFor()
  await keys.settle()
  const dialog = await keys.ask(page.getByRole('button', { name: 'Publiser', exact: true }), /./)
  await keys.press(dialog.getByRole('button', { name: 'Publiser' }))
  await page.getByText('Behovet er publisert.').first().waitFor()
  await keys.settle()
})

test('a coordinator publishes a solution', async () => {
  const { page } = await as('coordinator', '/nb/region')
  const keys = atKeyboard(page)
  await keys.press(page.getByRole('link', { name: /løsning(er)? er sendt inn og kan publiseres/ }))
  await keys.arrive('Løsninger')
  await keys.press(page.getByRole('main').getByRole('link', { name: 'Samkjøring av tjenestebiler' }))
  await keys.arrive('Samkjøring av tjenestebiler')
  const dialog = await keys.ask(page.getByRole('button', { name: 'Publiser løsningen' }), /./)
  await keys.press(dialog.getByRole('button', { name: 'Publiser løsningen' }))
  await page.getByText('Løsningen er publisert.').first().waitFor()
  await keys.settle()
})
