import { afterEach, beforeEach, expect, test } from 'vitest'
import type { components } from '~/api'
import { loadLanguage } from '~/i18n'
import { render } from '~/testing/render'
import { said, Versions } from './Versions'

let clear = () => undefined as void
beforeEach(() => loadLanguage('nb'))
afterEach(() => clear())

test('each version tells what it says otherwise than the one before', async () => {
  const versions: components['schemas']['IndicatorVersion'][] = [
    { version: '2027.1', since: '2027-01-04T10:00:00Z', changes: [{ field: 'lower', before: '55.1', after: '60' }, { field: 'basis', before: '', after: 'law' }] },
    { version: '2026.1', since: '2026-01-04T10:00:00Z', changes: [] },
  ]
  const drawn = await render(<Versions detail={{ versions } as components['schemas']['IndicatorDetail']} />)
  clear = drawn.clear
  expect([...drawn.root.querySelectorAll('h3')].map(({ textContent }) => textContent)).toEqual(['Versjon 2027.1, fra 4. januar 2027', 'Versjon 2026.1, fra 4. januar 2026'])
  expect([...drawn.root.querySelectorAll('tbody tr')].map((row) => [...row.children].map(({ textContent }) => textContent))).toEqual([
    ['0 poeng ved', '55,1', '60'],
    ['Bygger på', said('basis', ''), 'lov eller offisielt mål'],
  ])
  expect(drawn.root.textContent).toContain('Den første versjonen.')
})
