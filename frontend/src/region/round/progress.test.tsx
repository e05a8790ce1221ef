import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { loadLanguage } from '~/i18n'
import { aMunicipality, aRound } from '~/testing/region'
import { render, settle } from '~/testing/render'
import { json, serve } from '~/testing/server'
import { Progress } from './Progress'

let clear = () => undefined as void
beforeEach(() => loadLanguage('nb'))
afterEach(() => {
  clear()
  vi.unstubAllGlobals()
})

async function shown(...ways: [name: string, state: string, revision?: number][]) {
  const items = ways.map(([name, state, revision]) => ({ municipality: aMunicipality(name), state, ...(revision ? { revision } : {}), sections: 17, sectionsDone: 17, late: false, handedOut: 0, effortMinutes: 0 }))
  serve({ 'GET /rounds/round-1/progress': () => json({ items }) })
  const drawn = await render(<Progress round={aRound()} />)
  clear = drawn.clear
  await settle()
  return drawn.root.textContent
}

test('who has submitted without a decision behind it is named', async () => {
  const text = await shown(['Gol', 'questioned', 1], ['Hol', 'anchored', 1], ['Nesbyen', 'not_started'], ['Ål', 'checked', 2])
  expect(text).toContain('Sendt inn, men ikke forankret ennå: Gol og Ål.')
})

test('nothing is missing where all that came is anchored', async () => {
  expect(await shown(['Hol', 'anchored', 1], ['Nesbyen', 'not_started'])).not.toContain('ikke forankret')
})
