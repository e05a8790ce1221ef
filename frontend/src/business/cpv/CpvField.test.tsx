import { useState } from 'preact/hooks'
import { act } from 'preact/test-utils'
import { afterEach, expect, test, vi } from 'vitest'
import { find, press, render, settle, type } from '~/testing/render'
import { json, serve } from '~/testing/server'
import type { CpvCode } from '../solution/draft'
import { cpvCode } from './cpvCode'
import { CpvField } from './CpvField'

let clear = () => undefined as void
afterEach(() => {
  clear()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const meters: CpvCode = { code: '38421100-3', label: 'Vannmålere' }
const works: CpvCode = { code: '65100000-4', label: 'Vannforsyning' }

async function field(answer: () => Response, start: readonly CpvCode[] = []) {
  serve({ 'GET /cpv': answer })
  const kept = { value: start }
  function Form() {
    const [value, setValue] = useState(start)
    const [text, setText] = useState('')
    kept.value = value
    return <CpvField value={value} onChange={setValue} text={text} onText={setText} error={undefined} />
  }
  const drawn = await render(<Form />)
  clear = drawn.clear
  const input = find<HTMLInputElement>(drawn.root, '#cpv')
  const write = async (text: string) => {
    vi.useFakeTimers()
    await type(input, text)
    await act(async () => void vi.advanceTimersByTime(300))
    vi.useRealTimers()
    await settle()
  }
  const key = (name: string) =>
    act(async () => {
      input.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }))
    })
  return { root: drawn.root, input, kept, write, key }
}

test('a code is eight digits, with or without check digit', () => {
  expect(cpvCode(' 38421100 ')).toBe('38421100')
  expect(cpvCode('38421100-3')).toBe('38421100-3')
  for (const text of ['', '3842110', '384211000', '38421100-', '00421100', 'vann']) expect(cpvCode(text)).toBeNull()
})

test('a word opens a list that is gone through by keyboard alone', async () => {
  const { root, input, kept, write, key } = await field(() => json({ items: [meters, works] }))
  await write('vann')
  expect(input.getAttribute('aria-expanded')).toBe('true')
  expect([...root.querySelectorAll('[role=option]')].map((option) => option.textContent)).toEqual(['38421100-3 Vannmålere', '65100000-4 Vannforsyning'])
  await key('ArrowDown')
  await key('ArrowDown')
  expect(find(root, `#${input.getAttribute('aria-activedescendant')}`).textContent).toContain('65100000')
  await key('Enter')
  expect(kept.value).toEqual([works])
  expect(input.value).toBe('')
  expect(input.getAttribute('aria-expanded')).toBe('false')
})

test('escape closes the list and keeps what is written', async () => {
  const { input, write, key } = await field(() => json({ items: [meters] }))
  await write('vann')
  await key('Escape')
  expect(input.getAttribute('aria-expanded')).toBe('false')
  expect(input.value).toBe('vann')
})

test('a typed code is taken even where the list doesn’t have it, once', async () => {
  const { kept, write, key } = await field(() => json({ items: [] }), [meters])
  await write('45232150')
  await key('Enter')
  expect(kept.value.map(({ code }) => code)).toEqual(['38421100-3', '45232150'])
  await write('38421100')
  await key('Enter')
  expect(kept.value).toHaveLength(2)
})

test('leaving the field takes a whole code, and says so when it is none', async () => {
  const { root, input, kept, write } = await field(() => json({ code: 'unavailable', status: 503 }, { status: 503 }))
  const leave = () =>
    act(async () => {
      input.dispatchEvent(new FocusEvent('blur'))
    })
  await write('vann')
  expect(find(root, '.cpv__status').textContent).toContain('kan ikke hentes nå')
  await leave()
  expect(find(root, '#cpv-error').textContent).toContain('åtte siffer')
  expect(input.value).toBe('vann')
  await write('45232150')
  await leave()
  expect(kept.value).toEqual([{ code: '45232150', label: '' }])
})

test('a chosen code is taken away again, and the reader keeps a place', async () => {
  const { root, input, kept } = await field(() => json({ items: [] }), [meters])
  await press(find(root, 'button[aria-label="Fjern 38421100-3"]'))
  expect(kept.value).toEqual([])
  expect(document.activeElement).toBe(input)
})
