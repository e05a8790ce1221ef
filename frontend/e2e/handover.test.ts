import { expect, test } from 'vitest'
import { standing } from './browser'
import { letterTo, linkIn } from './mail'
import { running } from './responses'
import { expectNoOverflow, expectSound } from './rules'
import { useStage } from './stage'

const stage = useStage()
const { as, newWindow } = stage

// One story: three people of a municipality, one of them by a mailed link.
const helper = 'vann@nesbyen.example'
const section = '/goals/6'
let link = ''

/** A day that is soon, as a date field takes it. */
const soon = () => new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)

test('a respondent hands a section to somebody without an account', async () => {
  const window = await as('respondent', '/nb/municipality')
  const { page } = window
  await window.open(`/nb/municipality/rounds/${await running(window)}${section}`)
  await page.getByText('Gi delen til en kollega').click()
  await page.getByLabel('En annen').check()
  await page.getByRole('button', { name: 'Gi delen til kollegaen' }).click()
  await page.getByRole('group', { name: /problem/ }).waitFor()
  await page.getByLabel('Navn').fill('Ansvarlig for vann')
  await page.getByLabel('E-postadresse').fill(helper)
  await page.getByLabel('Frist').fill(soon())
  await page.getByLabel('Beskjed til kollegaen').fill('Du har tallene for lekkasje.')
  await page.getByRole('button', { name: 'Gi delen til kollegaen' }).click()
  await page.getByText('Ansvarlig for vann har denne delen').waitFor()
  expect(await page.getByRole('textbox').count()).toBe(0)
  await expectSound(page)
  const letter = await letterTo(stage.service, helper)
  link = linkIn(letter)
})

test('the link opens that section alone, and its answers are saved in the colleague’s name', async () => {
  const window = await newWindow({ width: 320 })
  const { page } = window
  await window.open(new URL(link).pathname + new URL(link).hash)
  await page.getByText('Denne delen er din').waitFor()
  await page.getByText('Du har tallene for lekkasje.').waitFor()
  expect(page.url()).not.toContain('token')
  expect(await page.getByRole('link', { name: 'Til målene' }).count()).toBe(0)
  await expectNoOverflow(page)
  await expectSound(page)
  const leak = page.locator('.question', { hasText: 'lekkasje' }).first()
  await leak.getByRole('textbox').first().fill('31')
  await leak.getByRole('textbox').first().blur()
  await page.getByText(/^Lagret \d\d:\d\d – ikke sendt inn$/).first().waitFor()
  await leak.getByText('siden forrige runde').waitFor()
  const response = /rounds\/([^/]+)/.exec(page.url())?.[1] ?? ''
  for (const elsewhere of ['/goals/7', '', '/check']) {
    const answer = await window.context.request.get(`/api/v1/responses/${response}${elsewhere}`)
    expect([403, 404], elsewhere).toContain(answer.status())
  }
  await page.getByRole('button', { name: 'Jeg er ferdig' }).click()
  await page.getByText('Du har sagt fra at du er ferdig.').waitFor()
})

test('the list tells what is out, and the section is accepted; the link is over at once', async () => {
  const late = await newWindow()
  await late.open(new URL(link).pathname + new URL(link).hash)
  await late.page.getByText('Denne delen er din').waitFor()

  const window = await as('municipality_admin', '/nb/municipality')
  const { page } = window
  const response = await running(window)
  await window.open(`/nb/municipality/rounds/${response}`)
  const out = page.getByRole('table', { name: 'Delt ut til kolleger' })
  await out.getByText('Ansvarlig for vann').waitFor()
  await out.getByText('Besvart').waitFor()
  await expectSound(page)
  await out.getByRole('button', { name: /^Godta/ }).click()
  await expect.poll(() => page.getByRole('table', { name: 'Delt ut til kolleger' }).count()).toBe(0)
  const answer = await late.context.request.get(`/api/v1/responses/${response}${section}`)
  expect(answer.status()).toBe(401)
  await window.open(`/nb/municipality/rounds/${response}${section}`)
  await page.getByText(/av Ansvarlig for vann/).first().waitFor()
})

test('a section goes to somebody with an account, is found on the first page, and is taken back', async () => {
  const window = await as('respondent', '/nb/municipality')
  const { page } = window
  const response = await running(window)
  await window.open(`/nb/municipality/rounds/${response}${section}`)
  await page.getByText('Gi delen til en kollega').click()
  await page.getByLabel('Kollega', { exact: true }).selectOption({ label: 'Administrator i Nesbyen' })
  await page.getByLabel('Frist').fill(soon())
  await page.getByRole('button', { name: 'Gi delen til kollegaen' }).click()
  await page.getByText('Administrator i Nesbyen har denne delen').waitFor()

  const other = await as('municipality_admin', '/nb/municipality')
  await other.page.getByRole('region', { name: 'Delt ut til deg' }).getByRole('link').click()
  await standing(other.page)
  await other.page.getByText('Denne delen er din').waitFor()

  await page.getByRole('button', { name: /^Ta tilbake/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Hvorfor? Kollegaen får lese det.').fill('Vi fant tallene selv.')
  await dialog.getByRole('button', { name: 'Ta tilbake' }).click()
  await page.getByText('Gi delen til en kollega').waitFor()
})
