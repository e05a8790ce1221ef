import { expect, test } from 'vitest'
import { atKeyboard } from './keyboard'
import { letterTo, linkIn } from './mail'
import { useStage } from './stage'

const stage = useStage()

test('signs in after a fault, changes the password, signs out', async () => {
  const window = await stage.as(undefined, '/nb/sign-in')
  const { page } = window
  const keys = atKeyboard(page)
  const signIn = page.getByRole('main').getByRole('button', { name: 'Logg inn', exact: true }).first()
  const password = page.getByLabel('Passord', { exact: true })
  await keys.press(signIn)
  await keys.mend(/e-post/i, page.getByLabel('E-post'))
  await keys.type(page.getByLabel('E-post'), 'radsmedlem@hallingdal.example')
  await keys.type(password, 'lofte-i-lag-2026')
  await page.keyboard.press('Enter')
  await keys.arrive('Oversikt')

  await keys.press(page.locator('.account__name'))
  await keys.arrive('Min bruker')
  const save = page.getByRole('button', { name: 'Bytt passord' })
  await keys.press(save)
  await keys.mend(/passord/i, page.getByLabel('Passordet du har nå'))
  await keys.type(page.getByLabel('Passordet du har nå'), 'lofte-i-lag-2026')
  await keys.type(page.getByLabel('Nytt passord'), 'en ny setning om fjellet')
  await keys.press(save)
  await page.getByText('Passordet er byttet').first().waitFor()
  await keys.settle()

  await keys.press(page.getByRole('button', { name: 'Logg ut', exact: true }), 'Space')
  await keys.arrive(/bærekraftsmål/)
})

test('an invitation: the first password by the mailed link, and a new one where it is forgotten', async () => {
  const inviting = await stage.as('municipality_admin', '/nb/organisation')
  const keys = atKeyboard(inviting.page)
  await keys.press(inviting.page.getByRole('button', { name: 'Gi rollen' }))
  await keys.mend(/navn/i, inviting.page.getByLabel('Navn'))
  await keys.type(inviting.page.getByLabel('Navn'), 'Ny utfyller')
  await keys.type(inviting.page.getByLabel('E-post', { exact: true }), 'tast@nesbyen.example')
  await keys.pick(inviting.page.getByRole('radio', { name: 'Utfyller' }))
  await keys.press(inviting.page.getByRole('button', { name: 'Gi rollen' }))
  await inviting.page.getByText('Ny utfyller har fått rollen utfyller.').waitFor()
  await keys.settle()

  const invited = await stage.newWindow()
  const theirs = atKeyboard(invited.page)
  const set = async (heading: string) => {
    await invited.open(linkIn(await letterTo(stage.service, 'tast@nesbyen.example')).replace(stage.service.address, ''))
    await theirs.type(invited.page.getByLabel('Nytt passord'), 'en lang setning om tastatur')
    await invited.page.keyboard.press('Enter')
    await theirs.arrive(heading)
  }
  await set('Kartlegging')
  await theirs.press(invited.page.getByRole('button', { name: 'Logg ut', exact: true }))
  await theirs.arrive(/bærekraftsmål/)
  await theirs.press(invited.page.getByRole('banner').getByRole('link', { name: 'Logg inn' }))
  await theirs.arrive('Logg inn')
  await theirs.press(invited.page.getByRole('link', { name: 'Glemt passordet?' }))
  await theirs.arrive('Glemt passordet')
  await theirs.type(invited.page.getByLabel('E-post'), 'tast@nesbyen.example')
  await theirs.press(invited.page.getByRole('button', { name: 'Send lenke' }))
  await theirs.arrive('Se i e-posten din')
  expect(await letterTo(stage.service, 'tast@nesbyen.example')).toContain('#token=')
})
