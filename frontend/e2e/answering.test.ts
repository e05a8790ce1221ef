import { expect, test } from 'vitest'
import { running } from './responses'
import { expectNoOverflow, expectSound } from './rules'
import { useStage } from './stage'

const stage = useStage()

test('a block from a spreadsheet is looked at and then filled in, and a file is laid beside an answer', { timeout: 120_000 }, async () => {
  const window = await stage.as('respondent', '/nb/municipality', { width: 320 })
  const { page } = window
  await window.open(`/nb/municipality/rounds/${await running(window)}/goals/6`)
  const fields = page.locator('.question input[inputmode="decimal"]')
  const paste = (text: string) =>
    fields.first().evaluate((field: HTMLElement, block) => {
      const data = new DataTransfer()
      data.setData('text/plain', block)
      field.focus()
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    }, text)
  await paste('tolv\n71,5\tEget anlegg\n')
  const dialog = page.locator('dialog[open]')
  await dialog.getByText('Rad 1: «tolv». Det er ikke et tall.').waitFor()
  await expectNoOverflow(page)
  await expectSound(page)
  expect(await fields.nth(1).inputValue()).not.toBe('71,5')
  await dialog.getByRole('button', { name: 'Sett inn 1 svar' }).click()
  await page.getByText(/^Lagret \d\d:\d\d – ikke sendt inn$/).first().waitFor()
  expect(await fields.nth(1).inputValue()).toBe('71,5')

  const question = page.locator('.question').nth(1)
  await question.locator('summary', { hasText: /kilde/i }).first().click()
  const chosen = question.locator('input[type="file"]')
  await chosen.setInputFiles({ name: 'avløp.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 rensing') })
  await question.getByRole('link', { name: 'avløp.pdf' }).waitFor()
  await chosen.setInputFiles({ name: 'bilde.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') })
  await question.getByText(/Lagre den som PDF/).waitFor()
  // The browser itself notes that the picture was refused.
  expect(window.faults.splice(0).every((fault) => fault.includes('422'))).toBe(true)
  await expectNoOverflow(page)
  await page.reload()
  await question.getByRole('button', { name: 'Historikk' }).first().waitFor()
  expect(await fields.nth(1).inputValue()).toBe('71,5')
})
