import { readFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { loadLanguage, t } from '../src/i18n'
import { standing, type Visit } from './browser'
import { expectNoOverflow, expectSound } from './rules'
import { useStage } from './stage'

const { as } = useStage()

interface Answered {
  questions: { question: { code: string; type: string }; answer?: { value?: number; version: number; quality?: string; source?: string } }[]
}

beforeAll(() => loadLanguage('nb'))

/** Carries a file off by its link, and gives the bytes. */
async function taken({ page }: Visit, name: string): Promise<Buffer> {
  const waiting = page.waitForEvent('download')
  await page.getByRole('main').getByRole('link', { name, exact: true }).click()
  return readFile(await (await waiting).path())
}

const sha = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

// One story: a published round is corrected, and everybody reads what was changed.
let round = ''
let response = ''
let region = ''
let code = ''
let first: Buffer = Buffer.alloc(0)

test('the results of a published round stand in an edition that can be carried off and checked', async () => {
  const council = await as('coordinator', '/nb/region/rounds')
  const { items } = (await (await council.context.request.get('/api/v1/rounds')).json()) as { items: { id: string; name: string; state: string; regionId: string }[] }
  const published = items.find(({ state }) => state === 'published')
  if (!published) throw new Error('the demonstration has no published round')
  round = published.id
  region = published.regionId
  await council.open(`/nb/region/rounds/${round}`)
  await council.page.getByRole('heading', { name: t('editions.title') }).waitFor()
  const checksum = await council.page.locator('.editions__checksum').first().textContent()
  first = await taken(council, t('editions.file.public', { n: 1 }))
  expect(sha(first)).toBe(checksum)
  await council.page.getByRole('button', { name: t('editions.check', { n: 1 }) }).click()
  await council.page.getByText(t('editions.check.same', { n: 1 })).waitFor()
  await expectSound(council.page)
  await council.page.setViewportSize({ width: 320, height: 700 })
  await expectNoOverflow(council.page)
})

test('a municipality lets everybody see its figures, and a new edition shows them', async () => {
  const admin = await as('municipality_admin', '/nb/municipality')
  const { organisation } = (await (await admin.context.request.get('/api/v1/session')).json()) as { organisation: { id: string } }
  const at = `/api/v1/organisations/${organisation.id}`
  const read = await admin.context.request.get(at)
  const { website, mailbox, language, description } = (await read.json()) as Record<string, string>
  const data = { website: website ?? '', mailbox: mailbox ?? '', language, description: description ?? '', publishesFigures: true }
  const saved = await admin.context.request.put(at, { data, headers: { 'If-Match': read.headers()['etag'] ?? '' } })
  expect(saved.status(), await saved.text()).toBe(200)
  const council = await as('coordinator', `/nb/region/rounds/${round}`)
  await council.page.getByLabel(t('editions.correct.reason'), { exact: true }).fill('Nesbyen viser nå tallene sine til alle.')
  await council.page.getByRole('button', { name: t('editions.correct.button') }).click()
  await council.page.getByRole('link', { name: t('editions.file.public', { n: 2 }) }).waitFor()
})

test('the coordinator opens a response with a reason, and the municipality corrects it', async () => {
  const fills = await as('respondent', '/nb/municipality')
  const { items } = (await (await fills.context.request.get('/api/v1/responses')).json()) as { items: { id: string; round: { id: string } }[] }
  response = items.find((one) => one.round.id === round)?.id ?? ''
  const council = await as('coordinator', `/nb/region/rounds/${round}/responses/${response}`)
  await council.page.getByRole('button', { name: t('editions.open.button') }).click()
  await council.page.getByText(t('editions.correct.reasonMissing')).first().waitFor()
  await council.page.getByLabel(t('editions.open.reason')).fill('Et komma sto feil')
  await council.page.getByRole('button', { name: t('editions.open.button') }).click()
  await council.page.getByText(t('review.correcting')).waitFor()
  await expectSound(council.page)

  await fills.open(`/nb/municipality/rounds/${response}`)
  await fills.page.getByText('Et komma sto feil').waitFor()
  const at = `/api/v1/responses/${response}`
  for (let goal = 1; goal <= 17 && !code; goal++) {
    const read = await fills.context.request.get(`${at}/goals/${goal}`)
    if (read.status() !== 200) continue
    const { questions } = (await read.json()) as Answered
    const one = questions.find(({ question, answer }) => question.type === 'percent' && answer?.value !== undefined)
    if (!one?.answer) continue
    code = one.question.code
    const data = { state: 'value', value: one.answer.value === 12 ? 13 : 12, quality: one.answer.quality ?? 'measured', source: 'Nytt regnskap', overrideReason: 'Et komma sto feil' }
    const saved = await fills.context.request.put(`${at}/answers/${code}`, { data, headers: { 'If-Match': `"${one.answer.version}"` } })
    expect(saved.status(), await saved.text()).toBe(200)
  }
  expect(code).not.toBe('')
  const approves = await as('approver', '/nb/municipality')
  const sent = await fills.context.request.post(`${at}/review`)
  expect(sent.status(), await sent.text()).toBe(200)
  const read = await approves.context.request.get(at)
  expect((await approves.context.request.post(`${at}/approval`, { headers: { 'If-Match': read.headers()['etag'] ?? '' } })).status()).toBe(200)
  expect((await approves.context.request.post(`${at}/submissions`)).status()).toBe(201)
})

test('the next edition has a reason, and everybody reads what it changed; the first one is as it was', async () => {
  const council = await as('coordinator', `/nb/region/rounds/${round}`)
  await council.page.getByText(t('editions.correct.waiting', { n: 1 })).waitFor()
  await council.page.getByRole('button', { name: t('editions.correct.button') }).click()
  await council.page.getByText(t('editions.correct.reasonMissing')).first().waitFor()
  await council.page.getByLabel(t('editions.correct.reason'), { exact: true }).fill('Et komma sto feil i svaret.')
  await council.page.getByRole('button', { name: t('editions.correct.button') }).click()
  await council.page.getByRole('link', { name: t('editions.file.public', { n: 3 }) }).waitFor()
  await standing(council.page)
  await expectSound(council.page)
  await council.page.getByRole('button', { name: t('editions.check', { n: 3 }) }).click()
  await council.page.getByText(t('editions.check.same', { n: 3 })).waitFor()
  await council.page.getByRole('button', { name: t('editions.check', { n: 1 }) }).click()
  await council.page.getByText(t('editions.check.same', { n: 1 })).waitFor()
  expect(await taken(council, t('editions.file.public', { n: 1 }))).toEqual(first)

  const anyone = await as(undefined, `/nb/status/${region}?round=${round}`)
  await anyone.page.getByRole('heading', { name: t('editions.changes.title') }).waitFor()
  await anyone.page.getByText('Grunn: Et komma sto feil i svaret.').waitFor()
  const table = anyone.page.getByRole('table', { name: t('editions.changes.caption', { n: 3, before: 2 }) })
  const rows = await table.getByRole('row').allTextContents()
  expect(rows.filter((row) => /^Nesbyen.*%1[23],0 %$/.test(row.replaceAll('\u00a0', ' '))), rows.join('\n')).toHaveLength(1)
  await expectSound(anyone.page)
  await anyone.page.setViewportSize({ width: 320, height: 700 })
  await expectNoOverflow(anyone.page)
  const file = (await taken(anyone, t('editions.changes.csv'))).toString()
  expect(file).toContain('Et komma sto feil i svaret.')
  expect(file).toContain(code)
})
