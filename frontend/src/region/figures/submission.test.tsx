import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { loadLanguage } from '~/i18n'
import { anIndicator } from '~/testing/region'
import { render, settle } from '~/testing/render'
import { json, serve } from '~/testing/server'
import { readDocument } from './submission'
import { SubmittedAnswers } from './SubmittedAnswers'

const document = {
  format: 'loftet-submission-1',
  round: { id: 'r', name: 'Kartlegging 2026' },
  questionnaire: { catalogueId: 'c' },
  leftOut: [14],
  answers: [
    { goal: 6, code: '6.1', state: 'value', value: 0, year: 2025, origin: 'statistics', source: 'SSB' },
    { goal: 6, code: '6.2', state: 'value', value: 40, year: 2025, origin: 'typed', statisticValue: 38, overrideReason: 'Nytt anlegg', quality: 'personal_estimate' },
    { goal: 7, code: '7.1', state: 'no_data', value: null, year: 0, origin: 'typed', reason: 'Måles ikke' },
  ],
}

let clear = () => undefined as void
beforeEach(() => loadLanguage('nb'))
afterEach(() => {
  clear()
  vi.unstubAllGlobals()
})

test('a document of another kind is not guessed at', () => {
  expect(readDocument(JSON.stringify(document))?.answers).toHaveLength(3)
  for (const text of ['', 'no', '{}', JSON.stringify({ ...document, format: 'other' }), JSON.stringify({ ...document, answers: {} })]) expect(readDocument(text)).toBeNull()
})

async function shown(code: string | null) {
  serve({
    'GET /indicators': () => json({ catalogue: {}, items: [anIndicator(), anIndicator({ code: '6.2', name: 'Lekkasje' })] }),
    'GET /goals': () => json({ items: [] }),
  })
  const drawn = await render(<SubmittedAnswers text={JSON.stringify(document)} code={code} />)
  clear = drawn.clear
  await settle()
  return drawn.root
}

test('answers stand with where they came from; zero is a figure, a missing one has its reason', async () => {
  const root = await shown(null)
  expect([...root.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent.trim()))).toEqual([
    ['Trygt vann', '0,0\u00a0%', '2025', 'Bekreftet fra statistikk', 'SSB'],
    ['Lekkasje', '40,0\u00a0% Usikker', '2025', 'Rettet. Statistikken sa 38,0\u00a0%', 'Nytt anlegg'],
    ['7.1', 'Har ikke data', '–', 'Skrevet inn', 'Måles ikke'],
  ])
  expect(root.textContent).toContain('Mål som er utelatt: 14.')
})

test('a goal that was left out says so once, rather than each question that it has no answer', async () => {
  const withLeftOut = { ...document, answers: [...document.answers, { goal: 14, code: '14.1', state: 'not_answered', value: null, year: 0 }] }
  serve({ 'GET /indicators': () => json({ catalogue: {}, items: [] }), 'GET /goals': () => json({ items: [] }) })
  const drawn = await render(<SubmittedAnswers text={JSON.stringify(withLeftOut)} code={null} />)
  clear = drawn.clear
  await settle()
  expect(drawn.root.textContent).toContain('Kommunen har valgt å ikke svare på dette målet i denne runden.')
  expect(drawn.root.textContent).not.toContain('Ikke besvart')
  expect(drawn.root.textContent).not.toContain('Mål som er utelatt')
})

test('come to by a figure, only its answer is shown, with a way to the rest', async () => {
  const root = await shown('7.1')
  expect(root.querySelectorAll('tbody tr')).toHaveLength(1)
  expect(root.textContent).toContain('Viser bare svaret du kom for.')
})
