import { afterEach, beforeEach, expect, test } from 'vitest'
import { setSession } from '~/app/session'
import { loadLanguage } from '~/i18n'
import { render, settle } from '~/testing/render'
import { json, serve } from '~/testing/server'
import { Contacts } from './Contacts'

const nobody = { signedIn: false, roles: [], organisations: [], demo: false }
let clear = () => undefined as void
beforeEach(async () => {
  await loadLanguage('nb')
  serve({ 'GET /regions': () => json({ items: [] }) })
})
afterEach(() => clear())

async function shown() {
  const drawn = await render(<Contacts />)
  clear = drawn.clear
  await settle()
  return drawn.root
}

test('whoever runs the service can be written to', async () => {
  setSession({ ...nobody, contact: 'post@loftet.example' })
  const root = await shown()
  expect(root.querySelector('a')?.href).toBe('mailto:post@loftet.example')
})

test('that nobody has given an address is said, not left out', async () => {
  setSession(nobody)
  const root = await shown()
  expect(root.querySelector('a')).toBeNull()
  expect(root.textContent).toContain('har ikke oppgitt noen e-postadresse')
})
