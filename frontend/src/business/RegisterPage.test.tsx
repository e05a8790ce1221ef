import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { navigate } from '~/app/location'
import { find, press, render, settle, type } from '~/testing/render'
import { json, serve } from '~/testing/server'
import RegisterPage from './RegisterPage'

let clear = () => undefined as void
beforeEach(() => {
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined)
  Element.prototype.scrollIntoView ??= () => undefined
  navigate('/register', { replace: true, language: 'nb' })
})
afterEach(() => {
  clear()
  vi.unstubAllGlobals()
})

async function page(answer: () => Response) {
  const served = serve({ 'POST /businesses': answer })
  const drawn = await render(<RegisterPage />)
  clear = drawn.clear
  const put = (id: string, text: string) => type(find<HTMLInputElement>(drawn.root, `#${id}`), text)
  const send = async () => {
    await press(find(drawn.root, 'button[type=submit]'))
    await settle()
  }
  return { root: drawn.root, put, send, ...served }
}

async function filled(answer: () => Response) {
  const drawn = await page(answer)
  await drawn.put('orgNumber', '974 760 673')
  await drawn.put('businessName', ' Lytt AS ')
  await drawn.put('personName', 'En person')
  await drawn.put('email', 'post@lytt.example')
  return drawn
}

test('nothing is sent while something is missing, and each fault leads to its field', async () => {
  const { root, send, requests } = await page(() => new Response(null, { status: 202 }))
  await send()
  expect(requests).toHaveLength(0)
  const links = [...root.querySelectorAll('.ds-error-summary a')]
  expect(links.map((link) => link.getAttribute('href'))).toEqual(['#orgNumber', '#businessName', '#personName', '#email'])
  for (const link of links) expect(find(root, `${link.getAttribute('href')}-error`).textContent).toContain(link.textContent)
})

test('the organisation number is checked as soon as it is whole, and when it is left half done', async () => {
  const { root, put } = await page(() => new Response(null, { status: 202 }))
  await put('orgNumber', '9747')
  expect(root.querySelector('#orgNumber-error')).toBeNull()
  await act(async () => {
    find(root, '#orgNumber').dispatchEvent(new Event('blur'))
  })
  expect(find(root, '#orgNumber-error').textContent).toContain('ni siffer')
  await put('orgNumber', '974760674')
  expect(find(root, '#orgNumber-error').textContent).toContain('stemmer ikke')
  await put('orgNumber', '974 760 673')
  expect(root.querySelector('#orgNumber-error')).toBeNull()
  expect(root.textContent).toContain('Nummeret er riktig bygd opp.')
})

test('sends what was written, tidied, and says to look in the mail', async () => {
  const { root, send, requests } = await filled(() => new Response(null, { status: 202 }))
  await send()
  expect(await requests[0]?.json()).toEqual({ orgNumber: '974760673', businessName: 'Lytt AS', website: '', personName: 'En person', email: 'post@lytt.example', language: 'nb' })
  expect(find(root, 'h1').textContent).toBe('Se i e-posten din')
  expect(root.textContent).toContain('post@lytt.example')
  await press([...root.querySelectorAll('button')].find((button) => button.textContent?.startsWith('Rett'))!)
  expect(find<HTMLInputElement>(root, '#businessName').value).toContain('Lytt AS')
})

test('the server’s words stand at the field, and nothing typed is lost', async () => {
  const refused = { code: 'invalid-input', status: 422, title: 'x', fields: [{ path: 'businessName', code: 'name_with_link', message: 'Skriv navnet uten nettadresse.' }] }
  const { root, send } = await filled(() => json(refused, { status: 422 }))
  await send()
  expect(find(root, '.ds-error-summary a').textContent).toBe('Skriv navnet uten nettadresse.')
  expect(find<HTMLInputElement>(root, '#email').value).toBe('post@lytt.example')
})

test('too many tries say when it works again', async () => {
  const { root, send } = await filled(() => json({ code: 'rate', status: 429 }, { status: 429, headers: { 'Retry-After': '600' } }))
  await send()
  expect(find(root, '.ds-error-summary').textContent).toContain('Prøv igjen om 10 minutter')
})
