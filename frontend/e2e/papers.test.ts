import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Key, loadLanguage, t } from '../src/i18n'
import { expectDrawn, expectNoOverflow, expectSound } from './rules'
import { signInAs, standing, type Visit } from './browser'
import { useStage } from './stage'
import { withMouse } from './hands'

const { newWindow, as } = useStage()
const round = 'Kartlegging 2025'
const proposal = ['Regionrådet tar kunnskapsgrunnlaget til orientering.', 'Saken sendes kommunene for egen behandling.']
const today = () => new Date().toISOString().slice(0, 10)

beforeAll(() => loadLanguage('nb'))

/** Carries a file off by its link, as it is saved. */
async function taken({ page }: Visit, name: string): Promise<{ name: string; content: Buffer }> {
  const waiting = page.waitForEvent('download')
  await page.getByRole('main').getByRole('link', { name, exact: true }).click()
  const file = await waiting
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) }
}

/** Puts what a body said into the form of a round's decisions. */
async function record({ page }: Visit, { outcome, body, text }: { outcome: Key; body: string; text: string }): Promise<void> {
  const hands = withMouse(page)
  const form = page.getByRole('dialog')
  await hands.pick(form.getByLabel(t(outcome as 'councilPapers.outcomes.noted'), { exact: true }))
  await hands.type(form.locator('#body'), body)
  await hands.day(form.locator('#decidedOn'), today())
  await hands.type(form.locator('#text'), text)
  await hands.press(form.getByRole('button', { name: t('councilPapers.saveDecision') }))
  await form.waitFor({ state: 'detached' })
  await standing(page)
}

describe('a council director, from sign-in to a finished paper', () => {
  let at = ''

  test('signs in, finds the round among the figures, and has a paper made of it', async () => {
    const window = await newWindow()
    const { page, context } = window
    const hands = withMouse(page)
    const { demoAccounts } = (await (await context.request.get('/api/v1/session')).json()) as { demoAccounts: { email: string; password: string; role: string }[] }
    const director = demoAccounts.find(({ role }) => role === 'coordinator')
    await window.open('/nb/sign-in')
    await hands.type(page.locator('input[type=email]'), director?.email ?? '')
    await page.locator('input[type=password]').fill(director?.password ?? '')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/nb\/region$/)
    await standing(page)
    await page.goto('/nb/region/status')
    await standing(page)
    // Of a round that still runs, none can be made.
    expect(await page.getByRole('main').getByRole('link', { name: /^Lag et saksfremlegg/ }).count()).toBe(0)
    await page.getByLabel('Runde eller år').selectOption({ label: `${round}, publisert` })
    await standing(page)
    await hands.press(page.getByRole('link', { name: t('councilPapers.makeOf', { round }) }))
    await hands.arrive(t('councilPapers.title'))
    const form = page.getByRole('dialog')
    expect(await form.locator('#roundId option:checked').textContent()).toBe(round)
    await expectSound(page)
    await hands.press(form.getByRole('button', { name: t('councilPapers.makeNow') }))
    await hands.arrive(/Hallingdal: Kartlegging 2025$/)
    at = new URL(page.url()).pathname
    await expectDrawn(page, /^Hvor langt har Hallingdal kommet/)
    await expectSound(page)
    await page.goBack()
    await hands.arrive(t('councilPapers.title'))
    expect(await form.count()).toBe(0)
    await page.getByRole('link', { name: /Hallingdal: Kartlegging 2025$/ }).waitFor()
  })

  test('writes the assessment and the numbered points, and finishes it', async () => {
    const { page } = await as('coordinator', at)
    const hands = withMouse(page)
    await hands.press(page.getByRole('button', { name: t('councilPapers.write') }))
    await hands.type(page.locator('#caseNumber'), '12/26')
    await hands.type(page.locator('#assessment'), 'Regionen står svakest på næring.\n\n- Kommunene bør samarbeide')
    await hands.type(page.locator('#proposal'), proposal.join('\n'))
    await expectSound(page)
    await hands.press(page.getByRole('button', { name: t('councilPapers.save'), exact: true }))
    await page.locator('.paper').getByText('12/26').waitFor()
    expect(await page.locator('.paper ol li').allTextContents()).toEqual(proposal)
    await hands.press(page.getByRole('button', { name: t('councilPapers.finish') }))
    await page.getByText(new RegExp(`^${t('councilPapers.finished')}\\.`)).waitFor()
    await standing(page)
    expect(await page.getByRole('button', { name: t('councilPapers.write') }).count()).toBe(0)
  })

  test('carries it off for the secretary, and as a page', async () => {
    const window = await as('coordinator', at)
    const document = await taken(window, t('councilPapers.docx'))
    expect(document.name).toMatch(/\.docx$/)
    expect(document.content.subarray(0, 2).toString()).toBe('PK')
    const file = await taken(window, t('papers.format.html'))
    const text = file.content.toString()
    for (const point of proposal) expect(text).toContain(`<li>${point}</li>`)
    expect(text).toContain('<html lang="nb">')
  })

  test('it reads on a phone and in the dark, and prints without what is for the screen', async () => {
    const window = await as('coordinator', at, { width: 320, scheme: 'dark' })
    await expectSound(window.page)
    await window.page.setViewportSize({ width: 680, height: 960 }) // a sheet of A4 within its margins
    await window.page.emulateMedia({ media: 'print' })
    await standing(window.page)
    await expectNoOverflow(window.page)
    expect(await window.page.getByRole('link', { name: t('councilPapers.docx') }).isVisible()).toBe(false)
    expect(await window.page.locator('.paper ol li').first().isVisible()).toBe(true)
  })

  test('the council takes note, and that is no municipality’s decision', async () => {
    const window = await as('coordinator', '/nb/region/papers')
    const { page } = window
    await page.getByRole('button', { name: /^Før vedtak for Regionrådet/ }).click()
    await record(window, { outcome: 'councilPapers.outcomes.noted', body: 'Regionrådet', text: 'Tatt til orientering mot 0 stemmer.' })
    await page.getByRole('row', { name: /Regionrådet for Hallingdal Tatt til orientering/ }).waitFor()
    await page.getByText(t('councilPapers.missing', { n: 6, all: 6 })).waitFor()
    await expectSound(page)
  })

  test('a municipality goes the same way from its results, and decides', async () => {
    const window = await as('respondent', '/nb/municipality/results')
    const { page } = window
    const hands = withMouse(page)
    await hands.press(page.getByRole('link', { name: t('councilPapers.makeOf', { round }) }))
    await hands.arrive(t('councilPapers.title'))
    await hands.press(page.getByRole('dialog').getByRole('button', { name: t('councilPapers.makeNow') }))
    await hands.arrive(/Nesbyen.*Kartlegging 2025$/)
    expect(await page.locator('.paper ol li').first().textContent()).toContain('vedtar')
    await window.open('/nb/municipality/papers')
    await page.getByRole('button', { name: /^Før vedtak for Nesbyen/ }).click()
    await record(window, { outcome: 'councilPapers.outcomes.adopted', body: 'Kommunestyret', text: 'Klimabudsjett vedtas.' })
    await page.getByRole('row', { name: /Nesbyen Vedtatt Kommunestyret/ }).waitFor()

    const council = await newWindow()
    await signInAs(council, 'council_member')
    await council.open('/nb/region/papers')
    await council.page.getByText(t('councilPapers.missing', { n: 5, all: 6 })).waitFor()
    await council.page.getByRole('row', { name: /Regionrådet for Hallingdal Tatt til orientering/ }).waitFor()
    expect(await council.page.getByRole('button', { name: t('councilPapers.make'), exact: true }).count()).toBe(0)
  })
})
