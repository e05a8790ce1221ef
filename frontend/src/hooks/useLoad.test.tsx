import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Problem } from '~/api'
import { navigate } from '~/app/location'
import { EmptyState, Loaded } from '~/components'
import { find, press, render, settle } from '~/testing/render'
import { useLoad } from './useLoad'

type Fetch = (word: string) => Promise<string[]>

function List({ word, fetch }: { word: string; fetch: Fetch }) {
  const load = useLoad(() => fetch(word), [word])
  return (
    <Loaded load={load} isEmpty={(items) => items.length === 0} empty={<EmptyState title="Ingen treff" />}>
      {(items) => <p class="items">{items.join()}</p>}
    </Loaded>
  )
}

let clear = () => undefined as void
beforeEach(() => navigate('/', { replace: true, language: 'nb' }))
afterEach(() => clear())

async function list(fetch: Fetch) {
  const drawn = await render(<List word="a" fetch={fetch} />)
  clear = drawn.clear
  return { ...drawn, search: (word: string) => drawn.redraw(<List word={word} fetch={fetch} />) }
}

test('loading, then filled', async () => {
  const { root } = await list(() => new Promise((done) => setTimeout(() => done(['x', 'y']), 0)))
  expect(root.querySelector('.skeleton')).not.toBeNull()
  await settle()
  expect(find(root, '.items').textContent).toBe('x,y')
})

test('empty', async () => {
  const { root } = await list(() => Promise.resolve([]))
  await settle()
  expect(root.textContent).toBe('Ingen treff')
})

test('failed, tried again, filled', async () => {
  const fetch = vi.fn<Fetch>().mockRejectedValueOnce(new Problem('offline', 0, '', '')).mockResolvedValueOnce(['x'])
  const { root } = await list(fetch)
  await settle()
  expect(root.textContent).toContain('uten nett')
  await press(find(root, 'button'))
  await settle()
  expect(find(root, '.items').textContent).toBe('x')
})

test('what is not there can not be tried again', async () => {
  const { root } = await list(() => Promise.reject(new Problem('notFound', 404, '', '')))
  await settle()
  expect(root.querySelector('button')).toBeNull()
})

test('an answer that comes too late is dropped, and the old one stays until the new one is here', async () => {
  const answers: Record<string, (items: string[]) => void> = {}
  const { root, search } = await list((word) => new Promise((done) => (answers[word] = done)))
  answers['a']?.(['first'])
  await settle()
  await search('b')
  await search('c')
  expect(find(root, '.items').textContent).toBe('first')
  answers['c']?.(['third'])
  await settle()
  answers['b']?.(['second'])
  await settle()
  expect(find(root, '.items').textContent).toBe('third')
})

test('another language is fetched anew', async () => {
  const fetch = vi.fn<Fetch>().mockResolvedValue(['x'])
  const { root } = await list(fetch)
  await settle()
  navigate('/', { language: 'nn' })
  await settle()
  expect(fetch).toHaveBeenCalledTimes(2)
  expect(find(root, '.items').textContent).toBe('x')
})
