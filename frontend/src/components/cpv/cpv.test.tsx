import { useState } from 'preact/hooks'
import { afterEach, expect, test, vi } from 'vitest'
import { find, press, render, settle, type as typeInto } from '~/testing/render'
import { json, serve } from '~/testing/server'
import { type CpvCode, CpvField } from './CpvField'

const heat = { code: '09300000-2', label: 'Elektrisitet og varme' }
const sun = { code: '09330000-1', label: 'Solenergi' }
let clear = () => undefined as void
afterEach(() => {
  clear()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('finds codes by word, adds one and takes it away', async () => {
  const seen = vi.fn<(codes: readonly CpvCode[]) => void>()
  function Field() {
    const [value, setValue] = useState<readonly CpvCode[]>([heat])
    return (
      <CpvField
        id="cpv"
        label="CPV-koder"
        value={value}
        onChange={(next) => {
          seen(next)
          setValue(next)
        }}
      />
    )
  }
  const server = serve({ 'GET /cpv': () => json({ items: [heat, sun] }) })
  const drawn = await render(<Field />)
  clear = drawn.clear
  await typeInto(find<HTMLInputElement>(drawn.root, '#cpv'), 'energi')
  await vi.waitFor(async () => {
    await settle()
    find(drawn.root, '.cpv__hit')
  })
  expect(server.requests.map(({ url }) => new URL(url).search)).toEqual(['?q=energi'])
  // What is chosen already isn't offered again.
  expect([...drawn.root.querySelectorAll('.cpv__hit')].map((hit) => hit.textContent)).toEqual(['09330000-1 Solenergi'])
  await press(find(drawn.root, '.cpv__hit'))
  expect(seen).toHaveBeenLastCalledWith([heat, sun])
  await press(find(drawn.root, '[aria-label="Fjern 09300000-2"]'))
  expect(seen).toHaveBeenLastCalledWith([sun])
})

test('asks nothing for a single letter, and says when nothing fits', async () => {
  const server = serve({ 'GET /cpv': () => json({ items: [] }) })
  const drawn = await render(<CpvField id="cpv" label="CPV-koder" value={[]} onChange={() => undefined} />)
  clear = drawn.clear
  await typeInto(find<HTMLInputElement>(drawn.root, '#cpv'), 'e')
  await typeInto(find<HTMLInputElement>(drawn.root, '#cpv'), 'xyz')
  await vi.waitFor(async () => {
    await settle()
    expect(drawn.root.textContent).toContain('Ingen koder passer med «xyz».')
  })
  expect(server.requests).toHaveLength(1)
})
