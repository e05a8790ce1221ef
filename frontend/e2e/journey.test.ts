import { beforeAll, describe, expect, test, vi } from 'vitest'
import { type Key, type Language, loadLanguage, t } from '../src/i18n'
import { signInAs, type Visit } from './browser'
import { type Hands, withKeyboard, withMouse } from './hands'
import { letterTo, linkIn } from './mail'
import { onlyGoals, running } from './responses'
import { expectSound } from './rules'
import { useStage } from './stage'

vi.setConfig({ testTimeout: 300_000 })

// Goal 16 is answered by who works with the response, goal 7 by somebody who only has a mailed link.
const own = 16
const handed = 7
const turnout = '16.7-turnout'
const crime = '16.1-crime'
const open = '16.10-open'

/** A colleague without an account. */
const helper = { name: 'Energirådgivar', email: 'energi@kommune.example' }

interface Question {
  question: { code: string; name: string; type: string }
}

/** A text with its placeholders left open, to be found on a page whatever stands in them. */
const like = (key: Key) => new RegExp((t as (key: Key) => string)(key).replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '.*'))
const soon = () => new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)

describe.each([
  { language: 'nb', by: 'mouse', handsOf: withMouse },
  { language: 'nn', by: 'mouse', handsOf: withMouse },
  { language: 'nb', by: 'keyboard alone', handsOf: withKeyboard },
] as { language: Language; by: string; handsOf: typeof withMouse }[])('three people of a municipality, in $language by $by', ({ language, handsOf }) => {
  const stage = useStage()
  let response = ''
  let link = ''
  let names: Record<string, string> = {}

  beforeAll(async () => {
    await loadLanguage(language)
    const window = await stage.newWindow()
    await signInAs(window, 'respondent')
    response = await running(window)
    await onlyGoals(window, response, own, handed)
    const questions = await Promise.all([own, handed].map(async (goal) => ((await (await window.context.request.get(`/api/v1/responses/${response}/goals/${goal}`, { headers: { 'Accept-Language': language } })).json()) as { questions: Question[] }).questions))
    names = Object.fromEntries(questions.flat().map(({ question: { code, name } }) => [code, name]))
  })

  /** Somebody at the page that a role begins at. */
  const begin = async (role: string, door = 'municipality'): Promise<Hands & { window: Visit }> => {
    const window = await stage.as(role, `/${language}/${door}`)
    return { ...handsOf(window.page), window }
  }
  const id = (code: string) => `q-${code.replace(/[/.[\]]+/g, '-')}`
  const question = ({ page }: Hands, code: string) => page.locator(`[id="${id(code)}"]`)
  const field = ({ page }: Hands, code: string, end: string) => page.locator(`[id="${id(code)}-${end}"]`)
  const button = (within: Pick<Hands['page'], 'getByRole'>, key: Key) => within.getByRole('button', { name: like(key) }).first()
  const anchor = (within: Pick<Hands['page'], 'getByRole'>, key: Key) => within.getByRole('link', { name: like(key) }).first()
  const saved = ({ page }: Hands) => page.locator('.saved--saved').waitFor()
  const toGoal = async (hands: Hands, goal: number) => {
    await hands.press(hands.page.locator(`.task a[href$="/goals/${goal}"]`))
    await hands.arrive(new RegExp(`^${t('municipality.goal.plain', { n: goal })}`))
  }
  const toList = async (hands: Hands) => {
    await hands.press(hands.page.locator('.own-round').getByRole('link', { name: 'Kartlegging 2026', exact: true }))
    await hands.arrive('Kartlegging 2026')
  }
  const toCheck = async (hands: Hands) => {
    await hands.press(anchor(hands.page, 'municipality.step.check'))
    await hands.arrive(t('municipality.check.title'))
  }
  const sendForReview = async (hands: Hands) => {
    await hands.press(button(hands.page, 'municipality.check.send'))
    await hands.page.getByText(t('municipality.notSubmitted.forReview')).waitFor()
    await hands.arrive('Kartlegging 2026')
  }
  const approveAndSubmit = async (hands: Hands, revision: number) => {
    await hands.press(anchor(hands.page, 'municipality.step.review'))
    await hands.arrive(t('municipality.review.title'))
    await hands.press(button(hands.page, 'municipality.review.approve'))
    await button(hands.page, 'municipality.submit.button').waitFor()
    await hands.settle()
    await hands.press(button(hands.page, 'municipality.submit.button'))
    await hands.arrive(t('municipality.receipt.title'))
    await hands.page.locator('.facts').getByText(String(revision), { exact: true }).first().waitFor()
    expect(await hands.page.locator('.receipt__number').textContent()).toMatch(/^L2026-/)
  }

  test('the first fills in a goal, and hands another over by a link', async () => {
    const hands = await begin('respondent')
    const { page } = hands
    await hands.press(anchor(page, 'municipality.front.begin'))
    await hands.arrive('Kartlegging 2026')
    await toGoal(hands, own)
    await hands.press(button(question(hands, turnout), 'municipality.statistic.confirmLong'))
    await question(hands, turnout).getByText(t('municipality.standing.confirmed'), { exact: true }).waitFor()
    await hands.settle()
    // Half as much again as in the last round: a comment is asked for, and nothing is stopped.
    await hands.type(field(hands, crime, 'value'), '60')
    await question(hands, crime).getByText(t('municipality.warning.blocksNothing')).waitFor()
    await hands.type(field(hands, crime, 'comment'), 'Nytt registreringssystem.')
    for (const part of ['papers', 'record', 'fulltext']) await hands.pick(field(hands, open, `part-${part}`).getByLabel(t('common.yes')))
    await question(hands, open).getByText(t('municipality.parts.computed', { value: '3' })).waitFor()
    await saved(hands)
    await hands.press(anchor(page, 'municipality.goal.toList'))
    await hands.arrive('Kartlegging 2026')

    await toGoal(hands, handed)
    await hands.press(page.locator('summary', { hasText: t('handover.give.summary') }))
    await hands.pick(page.getByLabel(t('handover.give.link'), { exact: true }))
    await hands.type(page.getByLabel(t('handover.give.name')), helper.name)
    await hands.type(page.getByLabel(t('handover.give.email')), helper.email)
    await hands.day(page.getByLabel(t('handover.give.deadline')), soon())
    await hands.type(page.getByLabel(t('handover.give.note')), 'Du har tala.')
    await hands.press(button(page, 'handover.give.send'))
    await page.getByText(t('handover.lock.title', { name: helper.name })).waitFor()
    await hands.settle()
    await expectSound(page)
    link = linkIn(await letterTo(stage.service, helper.email))
  })

  test('the link’s person answers that goal, and says so', async () => {
    const window = await stage.newWindow({ width: 320 })
    const { pathname, hash } = new URL(link)
    await window.open(pathname.replace(/^\/\w+/, `/${language}`) + hash)
    const hands = handsOf(window.page)
    const { page } = window
    await page.getByText(t('handover.lock.mine')).waitFor()
    await page.getByText('Du har tala.').waitFor()
    await hands.settle()
    const codes = Object.keys(names).filter((code) => code.startsWith(`${handed}.`))
    for (const code of codes) {
      await hands.press(question(hands, code).locator('summary', { hasText: t('municipality.noValue.summary') }))
      await hands.pick(question(hands, code).getByLabel(t('municipality.answerState.no_data')))
      await hands.type(field(hands, code, 'reason'), 'Måles først neste år.')
    }
    await saved(hands)
    await hands.press(button(page, 'handover.done'))
    await page.getByText(t('handover.lock.mineAnswered')).waitFor()
    await hands.settle()
    await expectSound(page)
  })

  test('it is accepted; two in one goal see both values, and the second chooses', async () => {
    const first = await begin('respondent')
    await toList(first)
    const out = first.page.getByRole('table', { name: t('handover.out.title') })
    await out.getByText(t('handover.state.answered'), { exact: true }).waitFor()
    await first.press(out.getByRole('button', { name: t('handover.acceptLong', { section: (await out.getByRole('rowheader').first().textContent())?.replace(/^\d+ /, '') ?? '', name: helper.name }) }))
    await out.waitFor({ state: 'detached' })
    await first.settle()

    const second = await begin('municipality_admin')
    await toList(second)
    await toGoal(second, own)
    await toGoal(first, own)
    await first.type(field(first, crime, 'value'), '61')
    await saved(first)
    await second.type(field(second, crime, 'value'), '62')
    const choice = question(second, crime).locator('.alert', { hasText: t('municipality.conflict.title', { name: names[crime] ?? '' }) })
    await choice.getByText('61').waitFor()
    await choice.getByText(/Saksbehandler i Nesbyen/).waitFor()
    await expectSound(second.page)
    await second.press(button(choice, 'municipality.conflict.keepMine'))
    await choice.waitFor({ state: 'detached' })
    await saved(second)
    await second.settle()
    second.window.faults.length = 0 // the browser logs the 412 that this was about

    await first.press(anchor(first.page, 'municipality.goal.toList'))
    await first.arrive('Kartlegging 2026')
    await toCheck(first)
    await first.page.locator('.answer', { hasText: names[crime] ?? '' }).getByText(/62/).first().waitFor()
    await first.page.locator('.answer').getByText('Måles først neste år.').first().waitFor()
    await sendForReview(first)
  })

  test('the third approves and submits', async () => {
    const hands = await begin('approver')
    await toList(hands)
    await approveAndSubmit(hands, 1)
    await expectSound(hands.page)
  })

  test('a verifier asks about two figures', async () => {
    const hands = await begin('verifier', 'review')
    const { page } = hands
    await hands.press(page.getByRole('link', { name: 'Nesbyen' }))
    await hands.arrive(t('review.of', { name: 'Nesbyen' }))
    // What stands out is asked about where it stands, anything else from a list.
    await hands.press(page.getByRole('button', { name: t('review.ask.of', { name: names[crime] ?? '' }) }))
    await hands.type(page.getByRole('dialog').getByLabel(t('review.ask.reason')), 'Er det per 1000?')
    await hands.press(button(page.getByRole('dialog'), 'review.ask.send'))
    await page.getByText('Er det per 1000?').waitFor()
    await hands.settle()
    await hands.choose(page.getByLabel(t('review.ask.which')), open)
    await hands.type(page.getByLabel(t('review.ask.reason')), 'Gjelder det alle utval?')
    await hands.press(button(page, 'review.ask.send'))
    await page.getByText('Gjelder det alle utval?').waitFor()
    await hands.settle()
    await page.getByText(t('review.mark.cannot')).waitFor()
    await expectSound(page)
  })

  test('one is stood by, the other corrected in a new revision', async () => {
    const first = await begin('respondent')
    await first.press(anchor(first.page, 'review.wait.link'))
    await first.arrive(t('review.questions.title'))
    const asked = (hands: Hands, reason: string) => hands.page.locator('.review-item', { hasText: reason })
    await first.type(asked(first, 'Gjelder det alle utval?').getByLabel(t('review.stand.reason')), 'Ja, alle utval.')
    await first.press(button(asked(first, 'Gjelder det alle utval?'), 'review.stand.button'))
    await first.page.getByText(t('review.questions.stood_by')).waitFor()
    await first.settle()

    const third = await begin('approver')
    await third.press(anchor(third.page, 'review.wait.link'))
    await third.arrive(t('review.questions.title'))
    await third.press(button(asked(third, 'Er det per 1000?'), 'municipality.reopen.open'))
    await third.type(third.page.getByRole('dialog').getByLabel(t('municipality.reopen.reason')), 'Talet var for året før.')
    await third.press(button(third.page.getByRole('dialog'), 'municipality.reopen.button'))
    await third.arrive('Kartlegging 2026')

    const again = await begin('respondent')
    await toList(again)
    await again.page.getByText('Talet var for året før.').waitFor()
    await again.press(anchor(again.page, 'review.wait.link'))
    await again.arrive(t('review.questions.title'))
    await again.press(anchor(asked(again, 'Er det per 1000?'), 'review.correct.link'))
    // It leads to the question, not to the top of its page.
    await expect.poll(() => question(again, crime).locator('h2').evaluate((heading) => heading === document.activeElement)).toBe(true)
    await again.settle()
    await again.type(field(again, crime, 'value'), '39')
    await saved(again)
    await again.press(anchor(again.page, 'municipality.goal.toList'))
    await again.arrive('Kartlegging 2026')
    await toCheck(again)
    await sendForReview(again)

    await third.window.open(`/${language}/municipality`)
    await toList(third)
    await approveAndSubmit(third, 2)
  })

  test('the verifier marks it as checked', async () => {
    const hands = await begin('verifier', 'review')
    const { page } = hands
    await hands.press(page.getByRole('link', { name: 'Nesbyen' }))
    await hands.arrive(t('review.of', { name: 'Nesbyen' }))
    await page.getByText(like('review.questions.inRevision')).first().waitFor()
    await page.getByText('Ja, alle utval.').first().waitFor()
    await hands.press(button(page, 'review.mark.button'))
    await page.getByText(t('review.checked.title'), { exact: true }).waitFor()
    await hands.settle()
  })

  test('it is anchored in the administration and in the council', async () => {
    const hands = await begin('approver')
    const { page } = hands
    await toList(hands)
    await hands.press(anchor(page, 'review.anchor.link'))
    await hands.arrive(t('review.anchor.title'))
    for (const [level, body] of [
      ['administrative', 'Kommunedirektøren'],
      ['political', 'Kommunestyret'],
    ] as const) {
      const part = page.locator(`section[aria-labelledby="level-${level}"]`)
      await hands.type(page.locator(`#${level}-body`), body)
      await hands.day(page.locator(`#${level}-decidedOn`), '2026-01-15')
      await hands.type(page.locator(`#${level}-caseNumber`), '31/26')
      await hands.type(page.locator(`#${level}-text`), 'Tatt til etterretning.')
      await hands.press(button(part, 'review.anchor.save'))
      await part.getByText('Tatt til etterretning.').waitFor()
      await hands.settle()
    }
    await page.getByText(t('review.anchor.badge')).waitFor()
    await expectSound(page)
  })
})
