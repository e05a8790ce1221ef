import { afterEach, expect, test, vi } from 'vitest'
import { render } from '~/testing/render'
import { serve } from '~/testing/server'
import { OwnAnswers } from './OwnAnswers'

let clear = () => undefined as void
afterEach(() => {
  clear()
  vi.unstubAllGlobals()
})

test('own questions stand by goal, each above its answer, with the row it is in', async () => {
  serve({})
  const drawn = await render(
    <OwnAnswers
      answers={[
        { name: 'area', goal: 7, around: 'Bygg, rad 1', label: 'Areal', answer: '4200,5 m²', answered: true },
        { name: 'plants', goal: 0, around: '', label: 'Hvor mange anlegg?', answer: 'Ikke besvart', answered: false },
      ]}
    />,
  )
  clear = drawn.clear
  const told = [...drawn.root.querySelectorAll('h3, dt, dd')].map((one) => one.textContent)
  expect(told[0]).toBe('Generelle spørsmål')
  expect(told.slice(1, 3)).toEqual(['Hvor mange anlegg?', 'Ikke besvart'])
  expect(told.slice(4)).toEqual(['Bygg, rad 1Areal', '4200,5 m²'])
})
