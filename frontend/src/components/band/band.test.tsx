import { afterEach, expect, test } from 'vitest'
import { find, render } from '~/testing/render'
import { BandTag, bands, FigureStateTag, type FigureState } from './BandTag'

let clear = () => undefined as void
afterEach(() => clear())

test('bands differ by name and by sign, not by colour alone', async () => {
  const drawn = await render(
    <>
      {bands.map((band) => (
        <BandTag key={band} band={band} />
      ))}
    </>,
  )
  clear = drawn.clear
  const texts = (selector: string) => [...drawn.root.querySelectorAll(selector)].map((element) => element.textContent)
  expect(texts('.band__name')).toEqual(['Nådd', 'Nær målet', 'Et stykke unna', 'Langt unna'])
  // The sign is drawn by the style sheet, one for each class.
  expect(new Set([...drawn.root.querySelectorAll('.band')].map((element) => element.className)).size).toBe(4)
})

test('an uncertain band says so in words', async () => {
  const drawn = await render(<BandTag band="near" uncertain />)
  clear = drawn.clear
  expect(find(drawn.root, '.band__name').textContent).toBe('Nær målet, usikker')
})

test('each reason for a missing figure has words of its own; a plain value has none', async () => {
  const states: FigureState[] = ['value', 'unconfirmed', 'uncertain', 'not_answered', 'left_out', 'no_data', 'not_applicable', 'declined', 'suppressed', 'withheld']
  const drawn = await render(
    <>
      {states.map((state) => (
        <FigureStateTag key={state} state={state} />
      ))}
    </>,
  )
  clear = drawn.clear
  const words = [...drawn.root.querySelectorAll('.figure-state')].map((element) => element.textContent)
  expect(words).toHaveLength(states.length - 1)
  expect(new Set(words).size).toBe(words.length)
})
