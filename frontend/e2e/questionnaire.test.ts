import { expect, test } from 'vitest'
import { standing } from './browser'
import { useStage } from './stage'

const stage = useStage()

test('a questionnaire is made in the browser, asked in a round, and answered on the general page', { timeout: 180_000 }, async () => {
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
  const { items } = (await (await request.get('/api/v1/questionnaires')).json()) as { items: { name: string; regionId: string; editions: { questionnaireVersionId: string }[] }[] }
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
})
