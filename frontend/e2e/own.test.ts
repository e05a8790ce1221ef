import { expect, test } from 'vitest'
import { letterTo, linkIn } from './mail'
import { roundWithOwn } from './ownquestions'
import { expectNoOverflow, expectSound } from './rules'
import { useStage } from './stage'

const stage = useStage()
const helper = 'energi@nesbyen.example'

test('a file answers an own question, its history stands with it, and who came by link comments on it', { timeout: 180_000 }, async () => {
  const response = await roundWithOwn(stage)
  const goal = `/nb/municipality/rounds/${response}/goals/7`
  const respondent = await stage.as('respondent', goal, { width: 320 })
  const { page } = respondent
  const proof = page.getByRole('group', { name: 'Energiplanen som fil' })
  await proof.locator('input[type="file"]').setInputFiles({ name: 'plan.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') })
  await proof.getByText(/Lagre den som PDF/).waitFor()
  // The browser itself notes that the picture was refused.
  expect(respondent.faults.splice(0).every((fault) => fault.includes('422'))).toBe(true)
  await proof.locator('input[type="file"]').setInputFiles({ name: 'plan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 plan') })
  await proof.getByRole('link', { name: 'plan.pdf' }).waitFor()
  // The field that was used is gone; whoever goes by keyboard is still at the question.
  await expect.poll(() => proof.evaluate((one) => one === document.activeElement)).toBe(true)
  await page.getByText(/^Lagret \d\d:\d\d – ikke sendt inn$/).first().waitFor()
  await expectNoOverflow(page)
  await expectSound(page)

  await page.getByRole('button', { name: 'Historikk for Energiplanen som fil' }).click()
  const dialog = page.locator('dialog[open]')
  await dialog.getByRole('cell', { name: 'plan.pdf' }).waitFor()
  await expectNoOverflow(page)
  await page.keyboard.press('Escape')

  const given = await respondent.context.request.post(`/api/v1/responses/${response}/assignments`, {
    data: { goal: 7, name: 'Ansvarlig for energi', email: helper, deadline: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10) },
    headers: { 'Idempotency-Key': crypto.randomUUID() },
  })
  expect(given.status(), await given.text()).toBe(201)
  const link = new URL(linkIn(await letterTo(stage.service, helper)))
  const guest = await stage.newWindow({ width: 320 })
  await guest.open(link.pathname + link.hash)
  await guest.page.getByText('Denne delen er din').waitFor()
  const theirs = guest.page.getByRole('group', { name: 'Energiplanen som fil' })
  const [file] = await Promise.all([guest.page.waitForEvent('download'), theirs.getByRole('link', { name: 'plan.pdf' }).click()])
  expect(file.suggestedFilename()).toBe('plan.pdf')
  await guest.page.getByRole('button', { name: 'Kommenter Energiplanen som fil' }).click()
  await guest.page.locator('dialog[open]').getByRole('textbox').fill('Planen er fra i fjor.')
  await guest.page.locator('dialog[open]').locator('button[type="submit"]').click()
  await guest.page.getByText('Planen er fra i fjor.').waitFor()
  await expectSound(guest.page)

  await respondent.open(goal)
  const said = page.getByRole('list', { name: /Energiplanen som fil/ })
  await said.getByText('Planen er fra i fjor.').waitFor()
  await said.getByText(/Ansvarlig for energi/).waitFor()
})
