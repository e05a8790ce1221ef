import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { find, press, render, settle, type } from '~/testing/render'
import { json, serve } from '~/testing/server'
import type { AnswerEdit } from '../answer/draft'
import { aGoal, anAnswer, aQuestion, aResponse } from '../testing'
import { GoalForm } from './GoalForm'

const { id } = aResponse()
const statistic = { state: 'value' as const, value: 7.4, year: 2024, source: 'SSB 12944' }
const answers = `/responses/${id}/answers/1.2-lowinc`
const goal = (some: Parameters<typeof anAnswer>[0] | null = null) => aGoal([{ question: aQuestion(), statistic, ...(some ? { answer: anAnswer(some) } : {}) }])

let clear = () => undefined as void
beforeEach(() => vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined))
afterEach(async () => {
  clear()
  await settle() // what is saved on leaving still has its server
  sessionStorage.clear()
  vi.unstubAllGlobals()
})

async function draw(shown = goal()) {
  const drawn = await render(<GoalForm responseId={id} goal={shown} fromCheck={false} onStale={() => undefined} onGoal={() => undefined} />)
  clear = drawn.clear
  return drawn.root
}

const input = (root: HTMLElement) => find<HTMLInputElement>(root, 'input[inputmode="decimal"]')
async function leave(element: HTMLElement) {
  element.dispatchEvent(new FocusEvent('blur'))
  await settle()
}

test('one press confirms the figure from statistics, and it stands in the field', async () => {
  const { requests } = serve({ [`POST ${answers}/confirmation`]: () => json(anAnswer({ value: 7.4, origin: 'statistics', statisticValue: 7.4 })) })
  const root = await draw()
  expect(root.textContent).toContain('Fra statistikk, ikke bekreftet')
  await press(find(root, '.statistic button'))
  await settle()
  expect(requests).toHaveLength(1)
  expect(input(root).value).toBe('7,4')
  expect(root.textContent).toContain('Bekreftet')
  expect(root.querySelector('.statistic button')).toBeNull()
})

test('a corrected figure is not sent before it has a reason, and both figures stay in sight', async () => {
  const sent: AnswerEdit[] = []
  serve({
    [`PUT ${answers}`]: async (request) => {
      expect(request.headers.get('If-Match')).toBe('"0"')
      sent.push((await request.json()) as AnswerEdit)
      return json(anAnswer({ value: 8.1, statisticValue: 7.4, overrideReason: 'Telt på nytt' }), { headers: { ETag: '"1"' } })
    },
  })
  const root = await draw()
  await type(input(root), '8,1')
  await leave(input(root))
  expect(sent).toEqual([])
  expect(root.textContent).toContain('Ikke ferdig')
  const reason = find<HTMLTextAreaElement>(root, 'textarea[id$="overrideReason"]')
  await type(reason, 'Telt på nytt')
  await leave(reason)
  expect(sent).toEqual([{ state: 'value', value: 8.1, overrideReason: 'Telt på nytt', quality: '', source: '', comment: '' }])
  expect(root.textContent).toContain('Rettet')
  expect(find(root, '.statistic').textContent).toContain('7,4')
  expect(find(root, '.statistic').textContent).toContain('8,1')
})

test('a half-filled answer outlives a reload', async () => {
  serve({})
  await type(input(await draw()), '8,1')
  clear()
  const root = await draw()
  expect(input(root).value).toBe('8,1')
  expect(root.textContent).toContain('Ikke ferdig')
})

test('a whole answer that did not reach the server before a reload is sent after it, and then forgotten', async () => {
  const away = serve({ [`PUT ${answers}`]: () => new Response(null, { status: 503 }) })
  await type(input(await draw()), '7,4')
  clear()
  await settle()
  expect(away.requests).toHaveLength(1)
  const { requests } = serve({ [`PUT ${answers}`]: () => json(anAnswer({ value: 7.4 }), { headers: { ETag: '"1"' } }) })
  const root = await draw()
  expect(input(root).value).toBe('7,4')
  await leave(input(root))
  expect(await requests[0]?.json()).toMatchObject({ state: 'value', value: 7.4 })
  expect(Object.keys(sessionStorage)).toEqual([])
})

test('a whole figure on the way to another one that lacks a reason is not sent', async () => {
  const { requests } = serve({ [`PUT ${answers}`]: () => json(anAnswer({ value: 7.4 }), { headers: { ETag: '"1"' } }) })
  const root = await draw()
  await type(input(root), '7,4')
  await type(input(root), '7,46')
  await leave(input(root))
  expect(requests).toHaveLength(0)
  expect(root.textContent).toContain('Ikke ferdig')
})

test('an emptied field takes the answer away, on top of its version', async () => {
  const { requests } = serve({ [`DELETE ${answers}`]: () => new Response(null, { status: 204 }) })
  const root = await draw(goal({ value: 7.4, version: 3 }))
  await type(input(root), '')
  await leave(input(root))
  expect(requests.map(({ method }) => method)).toEqual(['DELETE'])
  expect(requests[0]?.headers.get('If-Match')).toBe('"3"')
  expect(root.textContent).toContain('Fra statistikk, ikke bekreftet')
})

test('what the server refuses stands beside its field in the same words', async () => {
  serve({
    [`PUT ${answers}`]: () =>
      json({ type: '/problems/invalid-input', code: 'invalid-input', title: 'Noe må rettes', status: 422, requestId: 'r', fields: [{ path: 'value', code: 'too_large', message: 'Skriv høyst 100.' }] }, { status: 422 }),
  })
  const root = await draw(aGoal([{ question: aQuestion() }]))
  await type(input(root), '140')
  await leave(input(root))
  expect(find(root, '[data-field="validation"]').textContent).toContain('Skriv høyst 100.')
  expect(input(root).value).toBe('140')
  const bar = find(root, '.save-bar').textContent
  expect(bar).toContain('Ikke lagret')
  expect(bar).toContain('Ikke sendt inn.')
  expect(bar).not.toContain('Lagret, ikke sendt inn')
})

test('somebody else was first: both values stand, and theirs can be taken', async () => {
  const theirs = anAnswer({ value: 9.9, version: 5, updatedBy: { id, name: 'En kollega' } })
  serve({ [`PUT ${answers}`]: () => json({ type: '/problems/stale', code: 'stale', title: 'Endret', status: 412, requestId: 'r', current: theirs }, { status: 412 }) })
  const root = await draw(aGoal([{ question: aQuestion(), answer: anAnswer({ value: 5, version: 4 }) }]))
  await type(input(root), '6')
  await leave(input(root))
  const box = find(root, '.alert')
  expect(box.textContent).toContain('9,9')
  expect(box.textContent).toContain('En kollega')
  await press(find(box, 'button[data-variant="secondary"]'))
  expect(input(root).value).toBe('9,9')
  expect(root.querySelector('.alert')).toBeNull()
})

test('going on with a half-filled answer shows what is missing and stays; before that nothing is marked', async () => {
  serve({})
  const root = await draw()
  await press(find(root, 'input[type="radio"][value="no_data"], input[id$="state-no_data"]'))
  expect(root.querySelector('.ds-error-summary')).toBeNull()
  expect(root.querySelector('[aria-invalid]')).toBeNull()
  await press(find(root, '.actions button'))
  expect(find(root, '.ds-error-summary').textContent).toContain('Skriv hvorfor dere ikke svarer')
  expect(find(root, 'textarea[id$="reason"]').getAttribute('aria-invalid')).toBe('true')
})

test('unreadable text and a reload do not take the saved answer away', async () => {
  const { requests } = serve({ [`DELETE ${answers}`]: () => new Response(null, { status: 204 }) })
  const saved = () => goal({ value: 7.4, version: 3 })
  await type(input(await draw(saved())), '7,4x')
  clear()
  await settle()
  const root = await draw(saved())
  expect(input(root).value).toBe('7,4')
  await leave(input(root))
  expect(requests.map(({ method }) => method)).toEqual([])
})

test('a draft on another version is sent as one, and both values are shown', async () => {
  serve({})
  await type(input(await draw()), '8,1')
  clear()
  await settle()
  const theirs = anAnswer({ value: 7.9, statisticValue: 7.4, overrideReason: 'Telt' })
  const { requests } = serve({
    [`PUT ${answers}`]: () =>
      json({ type: '/problems/stale', code: 'stale', title: 'Endret', status: 412, requestId: 'r', current: theirs }, { status: 412, headers: { ETag: '"1"' } }),
  })
  const root = await draw(goal({ value: 7.9, statisticValue: 7.4, overrideReason: 'Telt' }))
  expect(input(root).value).toBe('8,1')
  const reason = find<HTMLTextAreaElement>(root, 'textarea[id$="overrideReason"]')
  await type(reason, 'Telt på nytt')
  await leave(reason)
  expect(requests[0]?.headers.get('If-Match')).toBe('"0"')
  expect(root.textContent).toContain('To har endret')
})

test('what the storage holds and nobody can read is passed by', async () => {
  serve({})
  for (const draft of [{ parts: null }, { comment: 5 }, { value: 'x' }]) {
    sessionStorage.setItem(`loftet.keep.answer.${id}.1.2-lowinc`, JSON.stringify({ version: 3, draft }))
    expect(input(await draw(goal({ value: 7.4, version: 3 }))).value).toBe('7,4')
    clear()
  }
})

test('what was noted before a figure is confirmed stays with it', async () => {
  serve({ [`POST ${answers}/confirmation`]: () => json(anAnswer({ value: 7.4, origin: 'statistics', statisticValue: 7.4 })), [`PUT ${answers}`]: () => json(anAnswer({ value: 7.4, priorityReason: 'Vedtatt i kommunestyret', version: 2 })) })
  const root = await draw()
  const reason = find<HTMLTextAreaElement>(root, 'textarea[id$="priorityReason"]')
  await type(reason, 'Vedtatt i kommunestyret')
  await leave(reason)
  await press(find(root, '.statistic button'))
  await settle()
  expect(find<HTMLTextAreaElement>(root, 'textarea[id$="priorityReason"]').value).toBe('Vedtatt i kommunestyret')
})

test('what is typed and undone again is not kept', async () => {
  serve({})
  const root = await draw(goal({ value: 7.4, version: 3 }))
  await type(input(root), '7,4x')
  expect(Object.keys(sessionStorage)).toHaveLength(1)
  await type(input(root), '7,4')
  expect(Object.keys(sessionStorage)).toEqual([])
})

const given = { question: aQuestion({ code: '9.1-sum', name: 'Sum' }), givenBy: { name: 'n', goal: 1, label: 'Antall' } }
const asked = { ...goal(), questions: [{ question: aQuestion() }, given], own: { form: { id: 'f', version: '1', title: {}, languages: ['nb'], items: [{ kind: 'whole' as const, name: 'n', goal: 1 }] }, entries: [], files: [] } }

test('what an own question gives is read again, and takes back nothing that was saved meanwhile', async () => {
  let read: (answer: Response) => void = () => undefined
  const { requests } = serve({
    [`PUT /responses/${id}/entries/n`]: () => json({ name: 'n', row: 0, value: 4, version: 1, updatedAt: '2026-03-01T12:00:00Z' }),
    [`PUT ${answers}`]: () => json(anAnswer({ value: 8.1 }), { headers: { ETag: '"1"' } }),
    [`GET /responses/${id}/goals/1`]: () => new Promise((answer) => (read = answer)),
  })
  await import('~/form/logic/evaluate')
  const root = await draw(asked as never)
  await settle()
  await type(find<HTMLInputElement>(root, '#own-n'), '4')
  await leave(find(root, '#own-n'))
  await type(input(root), '8,1')
  await leave(input(root))
  // As it was read before the second answer came.
  read(json({ ...asked, questions: [{ question: aQuestion() }, { ...given, answer: anAnswer({ code: '9.1-sum', value: 4, origin: 'own_question' }) }] }))
  await settle()
  await settle()
  expect(root.textContent).toContain('Svaret er 4')
  expect(input(root).value).toBe('8,1')
  expect(find<HTMLInputElement>(root, '#own-n').value).toBe('4')
  await type(input(root), '8,2')
  await leave(input(root))
  expect(requests.at(-1)?.headers.get('If-Match')).toBe('"1"')
})

test('what was noted before an own question gave the answer is saved beside it', async () => {
  const sum = anAnswer({ code: '9.1-sum', value: 4, origin: 'own_question' })
  const { requests } = serve({
    [`PUT /responses/${id}/entries/n`]: () => json({ name: 'n', row: 0, value: 4, version: 1, updatedAt: '2026-03-01T12:00:00Z' }),
    [`PUT /responses/${id}/answers/9.1-sum`]: () => json({ ...sum, source: 'Regnskapet', version: 2 }, { headers: { ETag: '"2"' } }),
    [`GET /responses/${id}/goals/1`]: () => json({ ...asked, questions: [{ question: aQuestion() }, { ...given, answer: sum }] }),
  })
  await import('~/form/logic/evaluate')
  const root = await draw(asked as never)
  await settle()
  const source = find<HTMLInputElement>(root, '#q-9-1-sum-source')
  await type(source, 'Regnskapet')
  await type(find<HTMLInputElement>(root, '#own-n'), '4')
  await leave(find(root, '#own-n'))
  await settle()
  await settle()
  expect(source.value).toBe('Regnskapet')
  await leave(source)
  expect(await requests.findLast(({ url }) => url.endsWith('/answers/9.1-sum'))?.json()).toMatchObject({ value: 4, source: 'Regnskapet' })
})

test('a figure that an own question gives is not counted among those to confirm', async () => {
  serve({})
  const root = await draw(aGoal([{ question: aQuestion(), statistic }, { ...given, statistic }]))
  expect(root.querySelector('.confirm-all')).toBeNull()
})
