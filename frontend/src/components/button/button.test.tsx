import { afterEach, expect, test, vi } from 'vitest'
import { find, press, render } from '~/testing/render'
import { Button } from './Button'

let clear = () => undefined as void
afterEach(() => clear())

test('takes no second press while busy, and keeps its place in the tab order', async () => {
  const onClick = vi.fn()
  const drawn = await render(<Button onClick={onClick}>Send</Button>)
  clear = drawn.clear
  const button = find<HTMLButtonElement>(drawn.root, 'button')
  expect(button.type).toBe('button')
  await press(button)
  await drawn.redraw(
    <Button busy onClick={onClick}>
      Send
    </Button>,
  )
  await press(button)
  expect(onClick).toHaveBeenCalledOnce()
  expect(button.disabled).toBe(false)
  expect(button.getAttribute('aria-busy')).toBe('true')
})
