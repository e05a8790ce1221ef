import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { navigate, place } from '~/app/location'
import { find, press, render, settle, type } from '~/testing/render'
import { type Handler, json, serve } from '~/testing/server'
import { aDetail, aGoal, anAnswer, aQuestion, aResponse, aSubmission } from '../testing'
import CheckPage from './CheckPage'
import { NextStep } from './NextStep'
import ReceiptPage from './ReceiptPage'
import { deadlineText, type ResponseAction, type ResponseDetail } from './response'
import ReviewPage from './ReviewPage'

const { id } = aResponse()
const list = `/municipality/rounds/${id}`
let clear = () => undefined as void
beforeEach(() => {
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined)
  Element.prototype.scrollIntoView = () => undefined
  navigate(`${list}/check`, { replace: true, language: 'nb' })
})
afterEach(() => {
  clear()
  vi.unstubAllGlobals()
})

async function draw(what: Parameters<typeof render>[0]) {
  const drawn = await render(what)
  clear = drawn.clear
  await settle()
  return drawn.root
}
const button = (root: HTMLElement, text: string) => {
  const found = [...root.querySelectorAll('button')].find(({ textContent }) => textContent === text)
  if (!found) throw new Error(`no button ${text} in ${root.textContent}`)
  return found
}

describe('the next step, by state and role', () => {
  const sections: ResponseDetail['sections'] = [
    { goal: 1, name: 'Utrydde fattigdom', state: 'complete', answered: 2, questions: 2, unconfirmed: 0, leftOut: false },
    { goal: 6, name: 'Rent vann', state: 'in_progress', answered: 1, questions: 3, unconfirmed: 0, leftOut: false },
  ]
  const done = sections.map((section) => ({ ...section, state: 'complete' as const }))
  const rows: [what: string, detail: Partial<ResponseDetail>, primary: string | undefined, says: string][] = [
    ['to fill in', { actions: ['edit', 'send_for_review'], sections }, 'goals/6', 'Svarene lagres mens dere skriver'],
    ['all filled in', { actions: ['edit', 'send_for_review'], sections: done }, 'check', 'Svarene lagres mens dere skriver'],
    ['with the approver', { actions: ['return', 'approve'], response: aResponse({ state: 'for_review' }) }, 'review', 'venter på deg'],
    ['with the approver, read by others', { actions: [], response: aResponse({ state: 'for_review' }) }, undefined, 'ligger hos godkjenneren'],
    ['approved', { actions: ['submit'], response: aResponse({ state: 'approved' }) }, 'review', 'godkjent, men ikke sendt inn'],
    ['still with the respondents, read by the approver', { actions: [], sections }, undefined, 'ikke ferdige'],
  ]
  test.each(rows)('%s', async (_, detail, primary, says) => {
    const root = await draw(<NextStep detail={aDetail(detail)} onChanged={() => undefined} />)
    expect(root.textContent).toContain('Lagret, ikke sendt inn')
    expect(root.textContent).toContain(says)
    expect([...root.querySelectorAll('[data-variant="primary"]')].map((link) => link.getAttribute('href'))).toEqual(primary ? [`/nb${list}/${primary}`] : [])
  })
  test('submitted: the receipt, and for the approver the way to a correction', async () => {
    const root = await draw(<NextStep detail={aDetail({ actions: ['reopen'], response: aResponse({ state: 'submitted', submittedAt: '2026-04-01T10:00:00Z' }) })} onChanged={() => undefined} />)
    expect(root.textContent).not.toContain('ikke sendt inn')
    expect(find(root, 'a').getAttribute('href')).toBe(`/nb${list}/receipt`)
    expect(button(root, 'Rett noe i besvarelsen')).toBeTruthy()
  })
})

const check = (actions: ResponseAction[], ready: boolean, state: 'in_progress' | 'for_review' | 'approved' = 'in_progress') =>
  json({
    detail: aDetail({ actions, response: aResponse({ state }) }),
    ready,
    faults: ready ? [] : [{ code: '1.2-lowinc', goal: 1, message: 'Spørsmålet er ikke besvart.' }],
    goals: [aGoal([{ question: aQuestion(), answer: anAnswer({ value: 7.4 }) }])],
  })

test('a round that closes at midnight has the day before as its deadline', () => {
  const { round } = aResponse()
  const midnight = new Date(2026, 4, 16).toISOString()
  expect(deadlineText({ round: { ...round, closesAt: midnight } })).toBe('Frist 15. mai 2026')
  expect(deadlineText({ round: { ...round, closesAt: new Date(2026, 4, 15, 12).toISOString() } })).toBe('Frist 15. mai 2026')
})

describe('checking the answers', () => {
  test('nothing is sent while something is missing; the summary leads to it', async () => {
    const { requests } = serve({ [`GET /responses/${id}/check`]: () => check(['edit', 'send_for_review'], false) })
    const root = await draw(<CheckPage params={{ id }} />)
    await press(button(root, 'Send til godkjenning'))
    await settle()
    expect(requests).toHaveLength(1)
    expect(find(root, '.ds-error-summary').textContent).toContain('Vedvarende lavinntekt')
    expect(document.title).toMatch(/^Feil: /)
  })
  test('nothing is sent while something typed in this window is not saved', async () => {
    sessionStorage.setItem(`loftet.keep.answer.${id}.1.2-lowinc`, JSON.stringify({ version: 1, draft: { value: 3.4 } }))
    const { requests } = serve({ [`GET /responses/${id}/check`]: () => check(['edit', 'send_for_review'], true) })
    const root = await draw(<CheckPage params={{ id }} />)
    await press(button(root, 'Send til godkjenning'))
    await settle()
    sessionStorage.clear()
    expect(requests).toHaveLength(1)
    expect(find(root, '.ds-error-summary').textContent).toContain('Vedvarende lavinntekt: Det du har skrevet, er ikke ferdig')
  })
  test('nor while an answer to an own question is', async () => {
    sessionStorage.setItem(`loftet.keep.entries.${id}`, JSON.stringify({ 'plan/0': { value: 'Ny plan', version: 1 } }))
    const own = { form: { id: 'f', version: '1', title: {}, languages: ['nb'], items: [{ kind: 'group', name: 'g', goal: 1, items: [{ kind: 'text', name: 'plan', label: { nb: 'Plan' } }] }] }, entries: [], files: [] }
    const { requests } = serve({ [`GET /responses/${id}/check`]: async () => json({ ...((await check(['edit', 'send_for_review'], true).json()) as object), own }) })
    const root = await draw(<CheckPage params={{ id }} />)
    await press(button(root, 'Send til godkjenning'))
    await settle()
    sessionStorage.clear()
    expect(requests).toHaveLength(1)
    expect(find(root, '.ds-error-summary').textContent).toContain('Plan: Det du har skrevet, er ikke ferdig')
    expect(find(root, '.ds-error-summary a').getAttribute('href')).toBe(`/nb${list}/goals/1?question=plan&from=check`)
  })
  test('every answer can be changed, by a link that names it and comes back', async () => {
    serve({ [`GET /responses/${id}/check`]: () => check(['edit', 'send_for_review'], true) })
    const root = await draw(<CheckPage params={{ id }} />)
    const change = find(root, '.answer__action a')
    expect(change.textContent).toBe('Endre Vedvarende lavinntekt')
    expect(change.getAttribute('href')).toBe(`/nb${list}/goals/1?question=1.2-lowinc&from=check`)
  })
  test('sends it to the approver, and goes back to the list', async () => {
    const { requests } = serve({ [`GET /responses/${id}/check`]: () => check(['edit', 'send_for_review'], true), [`POST /responses/${id}/review`]: () => json(aDetail()) })
    const root = await draw(<CheckPage params={{ id }} />)
    await press(button(root, 'Send til godkjenning'))
    await settle()
    expect(requests.at(-1)?.headers.get('Idempotency-Key')).toBeTruthy()
    expect(place.get().path).toBe(list)
  })
})

describe('approving', () => {
  test('sending back needs a reason, and hands it over', async () => {
    const sent: unknown[] = []
    serve({
      [`GET /responses/${id}/check`]: () => check(['return', 'approve'], true, 'for_review'),
      [`POST /responses/${id}/return`]: async (request) => {
        sent.push(await request.json())
        return json(aDetail())
      },
    })
    const root = await draw(<ReviewPage params={{ id }} />)
    await press(button(root, 'Send tilbake til utfylleren'))
    expect(sent).toEqual([])
    expect(find(root, '.ds-error-summary').textContent).toContain('Skriv en begrunnelse')
    await type(find<HTMLTextAreaElement>(root, '#return-reason'), 'Sjekk vannet')
    await press(button(root, 'Send tilbake til utfylleren'))
    await settle()
    expect(sent).toEqual([{ reason: 'Sjekk vannet' }])
  })
  test('approved, then submitted, each by its own press; the receipt follows', async () => {
    let approved = false
    const { requests } = serve({
      [`GET /responses/${id}/check`]: () => (approved ? check(['return', 'submit'], true, 'approved') : check(['return', 'approve'], true, 'for_review')),
      [`POST /responses/${id}/approval`]: () => {
        approved = true
        return json(aDetail())
      },
      [`POST /responses/${id}/submissions`]: () => json(aSubmission(), { status: 201 }),
    })
    const root = await draw(<ReviewPage params={{ id }} />)
    expect(root.textContent).not.toContain('Send inn besvarelsen')
    await press(button(root, 'Godkjenn svarene'))
    await settle()
    await settle()
    expect(requests.find(({ url }) => url.endsWith('/approval'))?.headers.get('If-Match')).toBe(`"${aDetail().response.version}"`)
    expect(root.textContent).toContain('Regionrådet ser svarene så snart de er sendt inn')
    await press(button(root, 'Send inn besvarelsen'))
    await settle()
    expect(place.get().path).toBe(`${list}/receipt`)
  })
  test('what colleagues said stands beside the answer', async () => {
    const comment = { id: 'c', code: '1.2-lowinc', text: 'Er dette rett år?', state: 'open', version: 1, createdAt: '2026-03-01T12:00:00Z' }
    serve({ [`GET /responses/${id}/check`]: () => check(['return', 'approve'], true, 'for_review'), [`GET /responses/${id}/comments`]: () => json({ items: [comment] }) })
    const root = await draw(<ReviewPage params={{ id }} />)
    await settle()
    expect(find(root, '.answer .comments').textContent).toContain('Er dette rett år?')
  })
  test('where nothing waits it says so', async () => {
    serve({ [`GET /responses/${id}/check`]: () => check(['edit'], true) })
    expect((await draw(<ReviewPage params={{ id }} />)).textContent).toContain('venter ikke på godkjenning')
  })
})

describe('the receipt', () => {
  const submissions = (...items: ReturnType<typeof aSubmission>[]): Record<string, Handler> => ({ [`GET /responses/${id}/submissions`]: () => json({ items }) })

  test('before anything is submitted it says what will be here', async () => {
    serve(submissions())
    expect((await draw(<ReceiptPage params={{ id }} />)).textContent).toContain('Her kommer kvitteringen')
  })
  test('shows the newest revision first and all of them below', async () => {
    serve(submissions(aSubmission(), aSubmission({ receipt: 'L2026-ZZ99ZZ', revision: 2 })))
    const root = await draw(<ReceiptPage params={{ id }} />)
    expect(find(root, '.receipt__number').textContent).toBe('L2026-ZZ99ZZ')
    expect([...root.querySelectorAll('tbody th')].map(({ textContent }) => textContent)).toEqual(['L2026-ZZ99ZZ', 'L2026-AB12CD'])
  })
  test('hands over the document word for word', async () => {
    const document_ = '{"answers": [ 1,  2 ]}'
    serve({ ...submissions(aSubmission()), [`GET /responses/${id}/submissions/1`]: () => json({ submission: aSubmission(), document: document_ }) })
    const saved: Blob[] = []
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      saved.push(blob as Blob)
      return 'blob:x'
    })
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
    const root = await draw(<ReceiptPage params={{ id }} />)
    await press(button(root, 'Last ned det som ble sendt inn (JSON)'))
    await settle()
    expect(await saved[0]?.text()).toBe(document_)
  })
})
