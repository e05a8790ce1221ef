import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { loadLanguage } from '~/i18n'
import { anIndicator, aRound } from '~/testing/region'
import { render, settle } from '~/testing/render'
import { json, serve } from '~/testing/server'
import { readDocument } from './submission'
import { SubmittedAnswers } from './SubmittedAnswers'

const document = {
  format: 'loftet-submission-1',
  round: { id: 'r', name: 'Kartlegging 2026' },
  leftOut: [14],
  notChosen: [{ goal: 6, code: '6.3', reason: 'Bor ikke ved vann' }],
  answers: [
    { goal: 6, code: '6.1', state: 'value', value: 0, year: 2025, origin: 'statistics', source: 'SSB' },
    { goal: 6, code: '6.2', state: 'value', value: 40, year: 2025, origin: 'typed', statisticValue: 38, overrideReason: 'Nytt anlegg', quality: 'personal_estimate' },
    { goal: 7, code: '7.1', state: 'no_data', value: null, year: 0, origin: 'typed', reason: 'Måles ikke' },
    { goal: 9, code: '9.4-fleet', state: 'value', value: 36.4, year: 2026, origin: 'typed', choiceReason: 'Bilparken skal skiftes ut.' },
  ],
}

let clear = () => undefined as void
beforeEach(() => loadLanguage('nb'))
afterEach(() => {
  clear()
  vi.unstubAllGlobals()
})

test('a document of another kind is not guessed at', () => {
  expect(readDocument(JSON.stringify(document))?.answers).toHaveLength(4)
  for (const text of ['', 'no', '{}', JSON.stringify({ ...document, format: 'other' }), JSON.stringify({ ...document, answers: {} })]) expect(readDocument(text)).toBeNull()
})

/** A round whose region has a catalogue of its own beside the common core; another region's is none of its business. */
function serveRound() {
  const indicators: Record<string, { code: string }[]> = { core: [anIndicator(), anIndicator({ code: '6.2', name: 'Lekkasje' })], own: [anIndicator({ code: '9.4-fleet', name: 'Bilpark' })] }
  serve({
    'GET /rounds/r': () => json(aRound({ id: 'r', regionId: 'h', catalogueId: 'core' })),
    'GET /catalogues': () => json({ items: [{ id: 'core', core: true }, { id: 'own', regionId: 'h' }, { id: 'other', regionId: 'x' }] }),
    'GET /indicators': (request) => {
      const asked = new URL(request.url).searchParams
      const codes = asked.get('codes')?.split(',') ?? []
      return json({ catalogue: {}, items: indicators[asked.get('catalogue') ?? '']?.filter(({ code }) => codes.includes(code)) })
    },
    'GET /goals': () => json({ items: [] }),
  })
}

async function shown(code: string | null) {
  serveRound()
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
    ['Bilpark', '36,4\u00a0%', '2026', 'Skrevet inn', 'Bilparken skal skiftes ut.'],
  ])
  expect(root.textContent).toContain('Ikke med: 6.3. Bor ikke ved vann')
  expect(root.textContent).toContain('Mål som er utelatt: 14.')
})

test('a goal that was left out says so once, rather than each question that it has no answer', async () => {
  const withLeftOut = { ...document, leftOutReasons: { 14: 'Ingen kyst' }, answers: [...document.answers, { goal: 14, code: '14.1', state: 'not_answered', value: null, year: 0 }] }
  serveRound()
  const drawn = await render(<SubmittedAnswers text={JSON.stringify(withLeftOut)} code={null} />)
  clear = drawn.clear
  await settle()
  expect(drawn.root.textContent).toContain('Kommunen har valgt å ikke svare på dette målet i denne runden. Ingen kyst')
  expect(drawn.root.textContent).not.toContain('Ikke besvart')
  expect(drawn.root.textContent).not.toContain('Mål som er utelatt')
})

test('come to by a figure, only its answer is shown, with a way to the rest', async () => {
  const root = await shown('7.1')
  expect(root.querySelectorAll('tbody tr')).toHaveLength(1)
  expect(root.textContent).toContain('Viser bare svaret du kom for.')
})
