import { expect, test } from 'vitest'
import { signInAs, type Visit } from './browser'
import { addressIn, byRole, type Ids, idsOf } from './pages'
import { useStage } from './stage'

const { newWindow, as } = useStage()

// What a browser would run if any page took it for more than text: each sets a mark on the window.
const script = `<script>window.ran=1</script><img src=x onerror="window.ran=2"><svg onload=window.ran=3>"'><a href="javascript:window.ran=4">x</a>`
const texts = { nb: script, nn: script, en: script }

/** Stores script text in every field that takes text, through the API, as those who may. */
async function store(window: Visit, ids: Ids): Promise<void> {
  const { request } = window.context
  const read = async (path: string) => {
    const answer = await request.get(`/api/v1${path}`)
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
    return { body: (await answer.json()) as Record<string, unknown>, version: answer.headers()['etag'] ?? '' }
  }
  const write = async (method: 'put' | 'post', path: string, version: string, data?: object) => {
    const answer = await request[method](`/api/v1${path}`, { headers: version ? { 'If-Match': version } : {}, ...(data && { data }) })
    expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true)
  }

  await signInAs(window, 'coordinator')
  const needs = [ids.candidate, ids.need].map((id) => `/workbench/needs/${id}`)
  for (const path of needs) {
    const { body, version } = await read(path)
    const { contact, deadline, minimumTrl } = body
    const edit = { title: texts, fact: texts, rootCauses: texts, wantedEffect: texts, volume: texts, timeline: texts, cpv: [], contact, deadline, minimumTrl }
    await write('put', path, version, edit)
  }
  const shown = await read(needs[1] ?? '')
  await write('post', `${needs[1] ?? ''}/publication`, shown.version)
  const round = await read(`/rounds/${ids.round}`)
  const { opensAt, closesAt } = round.body
  await write('put', `/rounds/${ids.round}`, round.version, { name: script, opensAt, closesAt })

  await signInAs(window, 'supplier')
  const { body, version } = await read(`/solutions/${ids.solution}`)
  const { goals, targets, indicators, regionIds, trl, marketState, priceModel } = body
  const offer = { title: texts, summary: texts, description: texts, goals, targets, indicators, cpv: [], regionIds, trl, marketState, priceModel, references: script, website: '' }
  await write('put', `/solutions/${ids.solution}`, version, offer)
  await write('post', `/solutions/${ids.solution}/submission`, '')

  await signInAs(window, 'coordinator')
  const sent = await read(`/solutions/${ids.solution}`)
  await write('post', `/solutions/${ids.solution}/publication`, sent.version)

  await signInAs(window, 'municipality_admin')
  const session = await read('/session')
  const own = (session.body['organisation'] as { id: string }).id
  const organisation = await read(`/organisations/${own}`)
  const { website, mailbox, language, publishesFigures } = organisation.body
  await write('put', `/organisations/${own}`, organisation.version, { website, mailbox, language, publishesFigures, description: script })

  await signInAs(window, 'respondent')
  const goal = await read(`/responses/${ids.response}/goals/${ids.goal}`)
  const question = (goal.body['questions'] as { question: { code: string }; answer?: { version: number } }[])[0]
  const answer = { state: 'no_data', reason: script, comment: script, source: script }
  await write('put', `/responses/${ids.response}/answers/${question?.question.code ?? ''}`, String(question?.answer?.version ?? 0), answer)
}

test('script text that people stored is text on every page', { timeout: 300_000 }, async () => {
  const ids = await idsOf(newWindow)
  await store(await newWindow(), ids)
  let shown = 0
  for (const { role, listed } of byRole) {
    const window = await as(role || undefined, '/nb')
    for (const one of listed) {
      const address = addressIn('nb', one, ids)
      await window.open(address)
      const found = await window.page.evaluate(() => ({
        ran: (globalThis as { ran?: number }).ran,
        planted: document.querySelectorAll('img[src="x"], svg[onload], [onerror], a[href^="javascript:" i], script:not([src])').length,
        shown: document.body.textContent?.includes('<script>window.ran=1</script>') ?? false,
      }))
      expect(found, address).toMatchObject({ ran: undefined, planted: 0 })
      if (found.shown) shown++
    }
  }
  expect(shown, 'pages that show the text').toBeGreaterThan(8)
})
