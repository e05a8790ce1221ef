import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { setQuery } from '~/app/location'
import { type Role, setSession } from '~/app/session'
import { loadLanguage } from '~/i18n'
import { aRegion } from '~/testing/region'
import { find, render, settle } from '~/testing/render'
import { json, serve } from '~/testing/server'
import { inRegion, useChosenRegion, useMayRun } from './chosen'
import { InRegion } from './InRegion'

let clear = () => undefined as void
beforeEach(async () => {
  await loadLanguage('nb')
  setQuery({ region: null })
})
afterEach(() => {
  clear()
  setQuery({ region: null })
  vi.unstubAllGlobals()
})

const signIn = (role: Role, regionId?: string) =>
  setSession({
    signedIn: true,
    demo: false,
    roles: [role],
    organisations: [],
    organisation: { id: 'o', name: 'O', kind: role === 'admin' ? 'agency' : 'regional_council', roles: [role], ...(regionId ? { regionId } : {}) },
  })

function Shown() {
  const chosen = useChosenRegion()
  const runs = useMayRun()
  return (
    <InRegion chosen={chosen}>
      {(region) => (
        <output>
          {region} {runs ? 'runs' : 'reads'} {inRegion('/region/rounds', chosen)}
        </output>
      )}
    </InRegion>
  )
}

async function shown(regions = [aRegion({ id: 'c', kind: 'county' }), aRegion({ id: 'a' }), aRegion({ id: 'b' })]) {
  serve({ 'GET /regions': () => json({ items: regions }) })
  const drawn = await render(<Shown />)
  clear = drawn.clear
  await settle()
  return drawn.root
}

test('people of a council see their own region, whatever the address says', async () => {
  signIn('council_member', 'own')
  setQuery({ region: 'b' })
  const root = await shown()
  expect(find(root, 'output').textContent).toBe('own reads /region/rounds')
  expect(root.querySelector('select')).toBeNull()
})

test('an administrator picks among the regions of councils, and keeps the choice', async () => {
  signIn('admin')
  expect(find(await shown(), 'output').textContent).toBe('a runs /region/rounds?region=a')
  clear()
  setQuery({ region: 'b' })
  const root = await shown()
  expect(find<HTMLSelectElement>(root, 'select').value).toBe('b')
  clear()
  setQuery({ region: null })
  expect(find(await shown(), 'output').textContent).toContain('b runs')
})

test('without a region it says what is missing', async () => {
  signIn('coordinator')
  expect((await shown()).textContent).toContain('Ingen region å vise')
})
