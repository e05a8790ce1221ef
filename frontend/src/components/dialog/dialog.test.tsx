import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { find, press, render } from '~/testing/render'
import { Dialog } from './Dialog'

let clear = () => undefined as void
const onClose = vi.fn()
const draw = (open: boolean) => (
  <Dialog open={open} onClose={onClose} title="Slette svaret?" actions={<button>Slett</button>}>
    <p>Kommentaren går også tapt.</p>
  </Dialog>
)
beforeEach(() => onClose.mockReset())
afterEach(() => clear())

test('opens over the page, named by its question, and closes again', async () => {
  const show = vi.spyOn(HTMLDialogElement.prototype, 'showModal')
  const drawn = await render(draw(false))
  clear = drawn.clear
  expect(drawn.root.textContent).toBe('')
  await drawn.redraw(draw(true))
  expect(show).toHaveBeenCalledOnce()
  const dialog = find<HTMLDialogElement>(drawn.root, 'dialog')
  expect(find(drawn.root, `[id="${dialog.getAttribute('aria-labelledby')}"]`).textContent).toBe('Slette svaret?')
  await drawn.redraw(draw(false))
  expect(dialog.open).toBe(false)
})

test('the cross and a press outside close it; a press inside does not', async () => {
  const drawn = await render(draw(true))
  clear = drawn.clear
  await press(find(drawn.root, 'p'))
  expect(onClose).not.toHaveBeenCalled()
  await press(find(drawn.root, '.dialog__close'))
  expect(onClose).toHaveBeenCalledTimes(1)
  await press(find(drawn.root, 'dialog'))
  expect(onClose).toHaveBeenCalledTimes(2)
})

test('one that is opened again at once stays open, whenever the browser tells of the close before', async () => {
  const close = vi.spyOn(HTMLDialogElement.prototype, 'close').mockImplementation(function (this: HTMLDialogElement) {
    this.removeAttribute('open') // and tells of it later
  })
  const drawn = await render(draw(true))
  clear = drawn.clear
  const dialog = find<HTMLDialogElement>(drawn.root, 'dialog')
  const escape = new Event('cancel', { cancelable: true })
  dialog.dispatchEvent(escape)
  expect(escape.defaultPrevented).toBe(true)
  expect(onClose).toHaveBeenCalledTimes(1)
  await drawn.redraw(draw(false))
  await drawn.redraw(draw(true))
  dialog.dispatchEvent(new Event('close'))
  expect(onClose).toHaveBeenCalledTimes(1)
  close.mockRestore()
})

test('a file that is not chosen after all closes nothing', async () => {
  const drawn = await render(draw(true))
  clear = drawn.clear
  find(drawn.root, 'p').dispatchEvent(new Event('cancel', { bubbles: true, cancelable: true }))
  expect(onClose).not.toHaveBeenCalled()
})

test('one that is taken away while it is open is closed first, so that focus goes back', async () => {
  const close = vi.spyOn(HTMLDialogElement.prototype, 'close')
  const drawn = await render(draw(true))
  clear = drawn.clear
  expect(close).not.toHaveBeenCalled()
  await drawn.redraw(null)
  expect(close).toHaveBeenCalledTimes(1)
  close.mockRestore()
})
