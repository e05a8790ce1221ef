import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Problem } from '~/api'
import { navigate, place } from '~/app/location'
import { SavedStatus } from '~/components'
import { find, render, settle, type as typeInto } from '~/testing/render'
import { useAutosave } from './useAutosave'

const send = vi.fn<(key: string, value: string) => Promise<{ etag: string | null }>>()

function Form() {
  const autosave = useAutosave<string>({ send })
  return (
    <form>
      <SavedStatus state={autosave.state()} />
      <input onInput={(event) => autosave.change('a', event.currentTarget.value)} onBlur={() => void autosave.leave()} />
    </form>
  )
}

let root: HTMLElement
let clear = () => undefined as void
beforeEach(async () => {
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined)
  navigate('/form', { replace: true, language: 'nb' })
  send.mockReset().mockResolvedValue({ etag: '"1"' })
  const drawn = await render(<Form />)
  root = drawn.root
  clear = drawn.clear
})
afterEach(() => clear())

const blur = async () => {
  find(root, 'input').dispatchEvent(new FocusEvent('blur'))
  await settle()
}
const status = () => find(root, '[role=status]').textContent
const typed = (text: string) => typeInto(find<HTMLInputElement>(root, 'input'), text)
function leaveWindow(): boolean {
  const event = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(event)
  return !event.defaultPrevented
}

test('saves when the field is left, and says when', async () => {
  await typed('1')
  expect(status()).toBe('Lagrer …')
  await blur()
  expect(send.mock.calls.map(([key, value]) => [key, value])).toEqual([['a', '1']])
  expect(status()).toMatch(/^Lagret \d\d:\d\d – ikke sendt inn$/)
  expect(leaveWindow()).toBe(true)
})

test('says at once that the network is gone, and saves when it is back', async () => {
  window.dispatchEvent(new Event('offline'))
  await settle()
  expect(status()).toContain('uten nett')
  send.mockRejectedValueOnce(new Problem('offline', 0, '', ''))
  await typed('1')
  await blur()
  expect(leaveWindow()).toBe(false)
  window.dispatchEvent(new Event('online'))
  await settle()
  expect(status()).toMatch(/^Lagret/)
})

describe('leaving the page', () => {
  test('asks where something can not be saved', async () => {
    send.mockRejectedValue(new Problem('invalid', 422, '', ''))
    await typed('1')
    await blur()
    const asked = vi.fn(() => false)
    vi.stubGlobal('confirm', asked)
    navigate('/needs')
    expect(asked).toHaveBeenCalledOnce()
    expect(place.get().path).toBe('/form')
    asked.mockReturnValue(true)
    navigate('/needs')
    expect(place.get().path).toBe('/needs')
    vi.unstubAllGlobals()
  })

  test('does not ask for what is on its way, and sends it', async () => {
    await typed('1')
    navigate('/needs')
    expect(place.get().path).toBe('/needs')
    clear()
    expect(send).toHaveBeenCalledOnce()
  })
})
