import { afterEach, expect, test, vi } from 'vitest'
import { find, press, render, settle, type } from '~/testing/render'
import { json, serve } from '~/testing/server'
import StrengthsPage from './StrengthsPage'

let clear = () => undefined as void
afterEach(() => {
  clear()
  vi.unstubAllGlobals()
})

test('the window asks before what is written of a strength is lost, and no more once it is saved', async () => {
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined)
  serve({
    'GET /judgements': () => json({ items: [] }),
    'GET /responses': () => json({ items: [] }),
    'GET /goals': () => json({ items: [] }),
    'POST /judgements': () => json({}, { status: 201 }),
  })
  const drawn = await render(<StrengthsPage />)
  clear = drawn.clear
  await settle()
  const leave = () => dispatchEvent(new Event('beforeunload', { cancelable: true }))
  expect(leave()).toBe(true)
  await type(find<HTMLTextAreaElement>(drawn.root, '#text'), 'Egen energirådgiver')
  expect(leave()).toBe(false)
  await press(find(drawn.root, '#kind-strength'))
  await type(find<HTMLInputElement>(drawn.root, '#judgedOn'), '2026-03-01')
  await press(find(drawn.root, 'form button[type="submit"]'))
  await settle()
  expect(find<HTMLTextAreaElement>(drawn.root, '#text').value).toBe('')
  expect(leave()).toBe(true)
})
