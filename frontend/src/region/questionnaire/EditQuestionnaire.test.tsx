import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { find, press, render, settle, type } from '~/testing/render'
import { json, serve } from '~/testing/server'
import { type Draft, EditQuestionnaire } from './EditQuestionnaire'

const item = (name: string, label = name) => ({ kind: 'whole' as const, name, label: { nb: label } })
const draft = (version: number, ...items: ReturnType<typeof item>[]): Draft =>
  ({ id: 'q', name: 'Skjema', catalogueId: 'c', version, editions: [], form: { id: 'f', version: '1', title: { nb: 'Skjema' }, languages: ['nb'], items } }) as unknown as Draft

let clear = () => undefined as void
beforeEach(async () => {
  await import('~/form/logic/evaluate')
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined)
})
afterEach(() => {
  clear()
  vi.unstubAllGlobals()
})

async function draw(shown: Draft) {
  const drawn = await render(<EditQuestionnaire draft={shown} indicators={[]} onSaved={() => undefined} />)
  clear = drawn.clear
  await settle()
  return drawn.root
}
const button = (root: HTMLElement, text: string) => [...root.querySelectorAll('button')].find(({ textContent }) => textContent === text) as HTMLButtonElement
const bodyOf = async (request: Request | undefined) => (await request?.clone().json()) as { name: string; form: { items: { label: { nb: string } }[] } }
const stale = (current: Draft) => json({ code: 'stale', title: 'Endret', status: 412, requestId: 'r', current }, { status: 412 })

test('what is typed while it saves stays, and what the server wrote of the rest is shown', async () => {
  const answers: ((answer: Response) => void)[] = []
  const { requests } = serve({ 'PUT /questionnaires/q': () => new Promise((answer) => answers.push(answer)) })
  const root = await draw(draft(1, item('a')))
  await type(find<HTMLInputElement>(root, '#name'), 'Først')
  await press(button(root, 'Lagre'))
  await type(find<HTMLInputElement>(root, '#name'), 'Først og sist')
  answers[0]?.(json({ ...draft(2, item('a', 'A')), name: 'Først' }))
  await settle()
  expect(find<HTMLInputElement>(root, '#name').value).toBe('Først og sist')
  expect(find(root, '.form-outline__name').textContent).toBe('A')
  await press(button(root, 'Lagre'))
  expect((await bodyOf(requests.at(-1))).name).toBe('Først og sist')
})

test('what is chosen counts when it is saved, also where "use this" was not pressed', async () => {
  let version = 1
  const { requests } = serve({ 'PUT /questionnaires/q': () => (version === 1 ? stale(draft((version = 2), item('a', 'Deres'), item('b'))) : undefined) })
  const root = await draw(draft(1, item('a'), item('b')))
  await press(find(root, '.form-outline button'))
  await type(find<HTMLInputElement>(root, '#items-0-label'), 'Mitt')
  await press(button(root, 'Lagre'))
  await settle()
  await act(async () => find<HTMLInputElement>(root, '#conflict-0-theirs').click())
  await press(button(root, 'Lagre'))
  await settle()
  expect((await bodyOf(requests.at(-1))).form.items.map(({ label }) => label.nb)).toEqual(['Deres', 'b'])
  expect(requests.at(-1)?.headers.get('If-Match')).toBe('"2"')
})

test('neither the window nor the page is left unasked with something that is not saved', async () => {
  serve({})
  const root = await draw(draft(1, item('a')))
  const leave = () => dispatchEvent(new Event('beforeunload', { cancelable: true }))
  expect(leave()).toBe(true)
  await type(find<HTMLInputElement>(root, '#name'), 'Annet')
  expect(leave()).toBe(false)
})
