import { afterEach, expect, test } from 'vitest'
import type { SaveState } from '~/hooks'
import { find, render } from '~/testing/render'
import { SavedStatus } from './SavedStatus'

let clear = () => undefined as void
afterEach(() => clear())

test('every state has words of its own, spoken politely', async () => {
  const kinds = ['saving', 'offline', 'failed', 'refused', 'conflict', 'signedOut'] as const
  const states: SaveState[] = [...kinds.map((kind) => ({ kind })), { kind: 'saved', at: new Date(2026, 4, 1, 14, 2).getTime() }]
  const drawn = await render(
    <>
      {states.map((state) => (
        <SavedStatus key={state.kind} state={state} />
      ))}
    </>,
  )
  clear = drawn.clear
  const lines = [...drawn.root.querySelectorAll('[aria-live=polite]')].map((line) => line.textContent)
  expect(new Set(lines).size).toBe(states.length)
  expect(lines.at(-1)).toBe('Lagret 14:02 – ikke sendt inn')
})

test('nothing typed, nothing said; but the place for it is there from the start', async () => {
  const drawn = await render(<SavedStatus state={{ kind: 'idle' }} />)
  clear = drawn.clear
  expect(find(drawn.root, '[aria-live]').textContent).toBe('')
})

test('an ended session can be taken up again in another window', async () => {
  const drawn = await render(<SavedStatus state={{ kind: 'signedOut' }} />)
  clear = drawn.clear
  expect(find<HTMLAnchorElement>(drawn.root, 'a').target).toBe('_blank')
})
