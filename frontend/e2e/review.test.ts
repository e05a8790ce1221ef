import { expect, test } from 'vitest'
import { atKeyboard } from './keyboard'
import { onlyGoals, running } from './responses'
import { useStage } from './stage'

const { as } = useStage()

// One story in two rounds: submitted, asked about, corrected and stood by, checked, decided on. The
// demonstration's municipality answers goal 16 alone; the last way is gone without a mouse.

async function answered() {
  const window = await as('respondent', '/nb/municipality')
  const id = await running(window)
  await onlyGoals(window, id, 16)
  const at = `/api/v1/responses/${id}`
  const { questions } = (await (await window.context.request.get(`${at}/goals/16`)).json()) as { questions: { question: { code: string; type: string }; answer?: unknown }[] }
  for (const { question, answer } of questions) {
    if (answer) continue
    const data = { state: 'no_data', reason: 'Ikke målt ennå' }
    const saved = await window.context.request.put(`${at}/answers/${question.code}`, { data, headers: { 'If-Match': '0' } })
    expect(saved.status(), await saved.text()).toBe(200)
  }
  return { window, id, at, codes: questions.map(({ question }) => question.code) }
}

async function onTheWay(at: string) {
  const fills = await as('respondent', '/nb/municipality')
  const approves = await as('approver', '/nb/municipality')
  expect((await fills.context.request.post(`${at}/review`)).status()).toBe(200)
  const read = await approves.context.request.get(at)
  expect((await approves.context.request.post(`${at}/approval`, { headers: { 'If-Match': read.headers()['etag'] ?? '' } })).status()).toBe(200)
  expect((await approves.context.request.post(`${at}/submissions`)).status()).toBe(201)
}

test('two questions: one is corrected in a new revision, one stood by; then checked, and decided on at both levels', async () => {
  const { id, at, codes } = await answered()
  await onTheWay(at)

  const coordinator = await as('coordinator', '/nb/review')
  await coordinator.page.getByRole('link', { name: 'Nesbyen' }).click()
  await coordinator.page.getByRole('heading', { level: 1, name: /Nesbyen/ }).waitFor()
  for (const code of codes.slice(0, 2)) {
    await coordinator.page.getByLabel('Hvilket svar?').selectOption(code)
    await coordinator.page.getByLabel('Hvorfor spør du?').fill(`Er det riktig for ${code}?`)
    await coordinator.page.getByRole('button', { name: 'Send spørsmålet' }).click()
    await coordinator.page.getByText(`Er det riktig for ${code}?`).waitFor()
  }
  await coordinator.page.getByText('Kan ikke markeres som kontrollert nå').waitFor()

  const respondent = await as('respondent', `/nb/municipality/rounds/${id}/questions`)
  const second = respondent.page.locator('.review-item', { hasText: `Er det riktig for ${codes[1]}?` })
  await second.getByRole('button', { name: 'Stå ved tallet' }).click()
  await second.getByText('Skriv hvorfor tallet stemmer, med minst 3 tegn').first().waitFor()
  await second.getByLabel('Hvorfor stemmer det?').fill('Vi har spurt politiet.')
  await second.getByRole('button', { name: 'Stå ved tallet' }).click()
  await respondent.page.getByText('Kommunen står ved tallet').waitFor()

  const approver = await as('approver', `/nb/municipality/rounds/${id}/questions`)
  await approver.page.getByRole('button', { name: /^Rett noe i besvarelsen/ }).first().click()
  await approver.page.getByRole('dialog').getByRole('textbox').fill('Tallet var fra i fjor.')
  await approver.page.getByRole('dialog').getByRole('button').last().click()
  await approver.page.getByText('Tallet var fra i fjor.').waitFor()
  const saved = await respondent.context.request.put(`${at}/answers/${codes[0]}`, { data: { state: 'declined', reason: 'Tallet er skjermet' }, headers: { 'If-Match': '1' } })
  expect(saved.status(), await saved.text()).toBe(200)
  await onTheWay(at)

  await coordinator.open(`/nb/review/${id}`)
  await coordinator.page.getByText(/Rettet i utgave 2/).waitFor()
  await coordinator.page.getByText('Vi har spurt politiet.').waitFor()
  await coordinator.page.getByRole('button', { name: 'Marker som kontrollert' }).click()
  await coordinator.page.getByText('Svarene er kontrollert', { exact: true }).waitFor()

  await approver.open(`/nb/municipality/rounds/${id}/receipt?revision=1`)
  await approver.page.getByText('Dette er kvitteringen for en tidligere utgave. En nyere gjelder.').waitFor()
})

test('both levels are recorded by keyboard alone, and the badge comes', async () => {
  const { page } = await as('approver', '/nb/municipality')
  const keys = atKeyboard(page)
  await keys.press(page.locator('.own-round', { hasText: 'Kartlegging 2026' }).getByRole('link').first())
  await keys.arrive('Kartlegging 2026')
  await keys.press(page.getByRole('link', { name: 'Registrer vedtak' }))
  await keys.arrive('Forankring')
  for (const [level, body] of [
    ['administrative', 'Kommunedirektøren'],
    ['political', 'Kommunestyret'],
  ] as const) {
    await keys.type(page.locator(`#${level}-body`), body)
    await page.locator(`#${level}-decidedOn`).fill('2026-01-15')
    await keys.type(page.locator(`#${level}-caseNumber`), '31/26')
    await keys.press(page.locator(`section[aria-labelledby="level-${level}"]`).getByRole('button', { name: /^Lagre vedtaket/ }))
    await page.locator(`section[aria-labelledby="level-${level}"]`).getByText(body).waitFor()
    await keys.settle()
  }
  await page.getByText('Forankret administrativt og politisk').waitFor()
})
