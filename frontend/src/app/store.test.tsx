import { expect, it } from 'vitest'
import { useLayoutEffect } from 'preact/hooks'
import { render } from '~/testing/render'
import { createStore, useStore } from './store'

it('shows a value that was set between rendering and subscribing', async () => {
  const store = createStore('before')
  function Watcher() {
    const value = useStore(store)
    // runs before the effect that subscribes
    useLayoutEffect(() => store.set('after'), [])
    return <p>{value}</p>
  }
  const { root } = await render(<Watcher />)
  await new Promise((done) => setTimeout(done, 50))
  expect(root.textContent).toBe('after')
})
