import { afterEach, expect, test, vi } from 'vitest'
import { endSession, setSession } from '~/app/session'
import { press, render } from '~/testing/render'
import { PdfButton } from './PdfButton'

const signIn = (pdf: boolean) => setSession({ signedIn: false, roles: [], organisations: [], demo: false, pdf })

afterEach(() => {
  vi.restoreAllMocks()
  setSession({ signedIn: false, roles: [], organisations: [], demo: false })
})

test('nothing is offered where the service makes no PDF', async () => {
  signIn(false)
  const { root } = await render(<PdfButton name="x" fetchFile={() => Promise.resolve(new Blob())}>PDF</PdfButton>)
  expect(root.querySelector('button')).toBeNull()
})

test('a paper is saved under its name; what goes wrong is said', async () => {
  signIn(true)
  const saved: string[] = []
  URL.createObjectURL = vi.fn(() => 'blob:x')
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download)
  })
  let fails = false
  const { root } = await render(<PdfButton name="L2026-AB12CD" fetchFile={() => (fails ? Promise.reject(new Error('away')) : Promise.resolve(new Blob()))}>PDF</PdfButton>)
  const button = root.querySelector('button') as HTMLButtonElement
  await press(button)
  expect(saved).toEqual(['L2026-AB12CD.pdf'])
  fails = true
  await press(button)
  expect(saved.length).toBe(1)
  expect(root.querySelector('[role="alert"], .ds-alert')).not.toBeNull()
})

test('it is offered after a session ran out, too', async () => {
  signIn(true)
  endSession()
  const { root } = await render(<PdfButton name="x" fetchFile={() => Promise.resolve(new Blob())}>PDF</PdfButton>)
  expect(root.querySelector('button')).not.toBeNull()
})
