import { expect, test } from 'vitest'
import { standing } from './browser'
import { useStage } from './stage'

const stage = useStage()

test('a questionnaire is made in the browser, asked in a round, and answered on the general page', { timeout: 300_000 }, async () => {
  const maker = await stage.as('coordinator', '/nb/region/questionnaires/new')
  const { page } = maker
  await page.fill('#name', 'Solceller')
  await page.locator('main form').getByRole('button').click()
  await page.locator('#add-kind').waitFor()
  const add = async (kind: string, label: string, id: string) => {
    await page.selectOption('#add-kind', kind)
    await page.getByRole('button', { name: 'Legg til', exact: true }).last().click()
    await page.fill(`#${id}-label`, label)
    await page.keyboard.press('Tab')
  }
  await add('yes_no', 'Har dere solceller?', 'items-0')
  await add('whole', 'Hvor mange anlegg?', 'items-1')
  await page.check('#items-1-shown-if')
  await page.selectOption('#items-1-visible-0-name', { label: 'Har dere solceller?' })
  await page.selectOption('#items-1-visible-0-value', 'true')
  await page.check('#items-1-must-always')
  await page.getByRole('button', { name: 'Lagre', exact: true }).click()
  await page.getByText('Lagret', { exact: true }).first().waitFor()

  // Tried out on the same page, with the real logic.
  expect(await page.locator('#try-hvor_mange_anlegg').count()).toBe(0)
  await page.check('#try-har_dere_solceller-yes')
  await page.locator('#try-hvor_mange_anlegg').waitFor()

  await page.getByRole('button', { name: 'Publiser', exact: true }).first().click()
  await page.locator('dialog[open]').getByRole('button', { name: 'Publiser' }).click()
  await page.getByText(/^Utgave 1,/).waitFor()

  const { request } = maker.context
  const { items } = (await (await request.get('/api/v1/questionnaires')).json()) as { items: { id: string; name: string; regionId: string; editions: { questionnaireVersionId: string }[] }[] }
  const made = items.find(({ name }) => name === 'Solceller')
  const keyed = () => ({ 'Idempotency-Key': crypto.randomUUID() })
  const data = { regionId: made?.regionId, name: 'Egne spørsmål', year: 2031, opensAt: '2026-01-01T00:00:00Z', closesAt: '2099-01-01T00:00:00Z', questionnaireVersionId: made?.editions[0]?.questionnaireVersionId }
  const planned = await request.post('/api/v1/rounds', { data, headers: keyed() })
  expect(planned.status(), await planned.text()).toBe(201)
  const { id } = (await planned.json()) as { id: string }
  const opened = await request.post(`/api/v1/rounds/${id}/state`, { data: { to: 'open' }, headers: keyed() })
  expect(opened.status(), await opened.text()).toBe(200)

  const answering = await stage.as('respondent', '/nb/municipality')
  const responses = (await (await answering.context.request.get('/api/v1/responses')).json()) as { items: { id: string; round: { id: string } }[] }
  const response = responses.items.find(({ round }) => round.id === id)
  await answering.open(`/nb/municipality/rounds/${response?.id}/goals/0`)
  const own = answering.page
  await own.check('#own-har_dere_solceller-yes')
  expect(await own.locator('.ds-validation-message').count()).toBe(0)
  await own.getByRole('button', { name: /^Lagre og/ }).click()
  await own.getByRole('link', { name: 'Svar på «Hvor mange anlegg?»' }).waitFor()
  await own.fill('#own-hvor_mange_anlegg', '1 234')
  await own.keyboard.press('Tab')
  await own.getByText(/^Lagret \d/).first().waitFor()
  await own.reload()
  await standing(own)
  expect(await own.inputValue('#own-hvor_mange_anlegg')).toBe('1234')

  await answering.open(`/nb/municipality/rounds/${response?.id}/check`)
  await own.getByText('Hvor mange anlegg?').first().waitFor()
  // Who approves reads them too.
  const approver = await stage.as('approver', `/nb/municipality/rounds/${response?.id}/review`)
  await approver.page.getByText('Hvor mange anlegg?').first().waitFor()

  // A new edition: one question goes, one comes, while somebody else saves the draft.
  await maker.open(`/nb/region/questionnaires/${made?.id}`)
  await page.getByRole('button', { name: 'Endre Hvor mange anlegg?' }).click()
  await page.fill('#items-1-label', 'Hvor mange solanlegg?')
  const draft = (await (await request.get(`/api/v1/questionnaires/${made?.id}`)).json()) as { version: number; name: string; catalogueId: string; form: { items: { label: Record<string, string> }[] } }
  const theirs = { ...draft.form, items: draft.form.items.map((item, i) => (i === 1 ? { ...item, label: { nb: 'Hvor mange paneler?' } } : item)) }
  const first = await request.put(`/api/v1/questionnaires/${made?.id}`, { data: { name: draft.name, catalogueId: draft.catalogueId, form: theirs }, headers: { 'If-Match': `"${draft.version}"` } })
  expect(first.status(), await first.text()).toBe(200)
  await page.getByRole('button', { name: 'Lagre', exact: true }).click()
  await page.getByText('Hvor mange paneler?').first().waitFor()
  // The browser itself notes that the save was refused.
  expect(maker.faults.splice(0).every((fault) => fault.includes('412'))).toBe(true)
  await page.check('#conflict-0-mine')
  await page.getByRole('button', { name: 'Bruk dette' }).click()
  expect(await page.inputValue('#items-1-label')).toBe('Hvor mange solanlegg?')

  // Choices get an attribute that filters can look at.
  await page.selectOption('#items-1-kind', 'choice')
  await page.getByRole('button', { name: 'Legg til et svar' }).click()
  await page.fill('#items-1-choice-0', 'Ål')
  await page.keyboard.press('Tab')
  await page.getByText('Egenskaper ved svarene').click()
  await page.fill('#items-1-attribute', 'fylke')
  await page.getByRole('button', { name: 'Legg til egenskapen' }).click()
  await page.fill('#items-1-choice-0-fylke', 'Buskerud')
  await page.uncheck('#items-1-shown-if')
  await page.getByRole('button', { name: 'Lagre', exact: true }).click()
  await page.getByText('Lagret', { exact: true }).first().waitFor()
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Last ned som XLSForm (.csv)' }).click()])
  const { createReadStream } = await import('node:fs')
  let text = ''
  for await (const part of createReadStream(await file.path(), 'utf8')) text += String(part)
  expect(text).toContain('fylke')
  expect(text).toContain('Buskerud')

  // The municipality is told, looks at what it does, and moves with one click.
  await page.getByRole('button', { name: 'Publiser', exact: true }).first().click()
  await page.locator('dialog[open]').getByRole('button', { name: 'Publiser' }).click()
  await page.getByText(/^Utgave 2,/).waitFor()
  await answering.open(`/nb/municipality/rounds/${response?.id}`)
  await own.getByRole('link', { name: 'Se hva som skjer om besvarelsen flyttes' }).click()
  await own.getByText('1 svar passer ikke').waitFor()
  await own.getByText('Spørsmålet tar ikke lenger et slikt svar', { exact: false }).waitFor()
  await own.getByRole('button', { name: 'Flytt besvarelsen til utgave 2' }).click()
  await own.getByText('Besvarelsen står nå på utgave 2').first().waitFor()
  await standing(own)
})
